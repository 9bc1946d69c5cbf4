import { simplifyTitle } from '#shared/language/simplifyTitle.ts';
import { columnSetOf } from '#shared/model/columns.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { listOwnFields, organisationColumn } from '../../fields.ts';
import {
  findNames,
  type HeaderColumn,
  isInThousands,
  type OwnHeaderColumn,
} from '../../paste/headerNames.ts';
import type { ImportTarget, ServiceTarget } from './ImportTarget.ts';

/** What a column is taken for at first; the person sees it and may change it. */
export type ColumnGuess = {
  /** Null: not taken over. */
  target: ImportTarget | null;
  /** Of our own export, and not to be taken over: it is computed, or says the same as another. */
  isService: boolean;
  /** Of an amount: 0 for hryvnias, 3 for thousands, 6 for millions of them, by the title. */
  thousands: 0 | 3 | 6;
};

/** Written as `simplifyTitle` leaves them. */
const serviceNames: Record<ServiceTarget, string> = {
  rowId: 'код рядка',
  organisationId: 'код виконавця',
  fingerprint: 'відбиток',
  directionNumber: 'напряму',
};
const leftAside = new Set([
  'відхилення',
  'deviation',
  'показника',
  'виконавця',
  'код показника',
  'застереження',
]);

/** A title that is the name beats one that begins with it, and that one beats one that holds it. */
const exactScore = 1_000;
const startScore = 500;
const partScore = 100;
/** Shorter names are found inside of anything. */
const shortestPart = 4;

/**
 * Guesses the columns of a table by their titles: our own exports', the grid's in either language
 * (`ownTitles`), and what people call them; added columns by their titles alone. Each target goes to the title that fits it best, the first
 * of equals; the others stay free.
 */
export function guessColumns(
  titles: readonly string[],
  table: TableKind,
  ownTitles: (column: OwnHeaderColumn) => readonly string[],
  structure: Pick<ReportStructure, 'columns'>,
): ColumnGuess[] {
  const names = collectNames(table, ownTitles, structure);
  const simple = titles.map(simplifyTitle);
  const guesses = simple.map((name, place): ColumnGuess => {
    const [service] = Object.entries(serviceNames).find(([, known]) => known === name) ?? [];
    return {
      target: (service as ServiceTarget | undefined) ?? null,
      isService: leftAside.has(name),
      thousands: readThousands(titles[place] ?? ''),
    };
  });
  const offers = simple.flatMap((name, place) => {
    const guess = guesses[place];
    if (name === '' || guess === undefined || guess.isService || guess.target !== null) return [];
    return [...names].map(([target, known]) => ({
      place,
      target,
      score: Math.max(0, ...known.map((one) => scoreName(name, one))),
    }));
  });
  const taken = new Set<string | number>();
  for (const { place, target, score } of offers.sort((a, b) => b.score - a.score || a.place - b.place)) {
    const guess = guesses[place];
    if (score === 0 || taken.has(target) || taken.has(place) || guess === undefined) continue;
    taken.add(target).add(place);
    guess.target = target;
  }
  return guesses;
}

function collectNames(
  table: TableKind,
  ownTitles: (column: OwnHeaderColumn) => readonly string[],
  structure: Pick<ReportStructure, 'columns'>,
): Map<HeaderColumn, string[]> {
  const own: OwnHeaderColumn[] = [organisationColumn, ...listOwnFields(table)];
  return new Map<HeaderColumn, string[]>([
    // An added column comes first: its title may be what another column is also called.
    ...[...columnSetOf(structure)[table]].map(([field, { title }]): [HeaderColumn, string[]] => [
      field,
      [simplifyTitle(title)],
    ]),
    ...own.map((column): [HeaderColumn, string[]] => [
      column,
      [...ownTitles(column).map(simplifyTitle), ...findNames(table, column)],
    ]),
  ]);
}

/** Longer names say more: «причина відхилення» is no «відхилення». */
function scoreName(title: string, name: string): number {
  if (title === name) return exactScore;
  if (name.length < shortestPart) return 0;
  if (title.startsWith(`${name} `)) return startScore + name.length;
  return ` ${title} `.includes(` ${name} `) ? partScore + name.length : 0;
}

function readThousands(title: string): ColumnGuess['thousands'] {
  if (/млн|мільйон|million/iu.test(title)) return 6;
  return isInThousands(title) ? 3 : 0;
}

/** How much a line looks like the header of this table: targets it names, service columns among them. */
export function scoreHeader(guesses: readonly ColumnGuess[]): number {
  return guesses.filter(({ target, isService }) => target !== null || isService).length;
}
