import { can } from '#shared/access/can.ts';
import { HistoryField } from '#shared/api/history.ts';
import { isExtraField, kindOfExtra } from '#shared/model/extraField.ts';
import { compareRows, type Row } from '#shared/model/rows.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { buildSnippet } from '#shared/search/buildSnippet.ts';
import { countWords, foldWords, hasAllWords } from '#shared/search/words.ts';
import type { SearchSource } from '../SearchSource.ts';

type IndexedRow = { row: Row; folded: string };

/** The cells of a sheet as they are searched: made anew only when something was written into it. */
const indexes = new WeakMap<readonly Row[], readonly IndexedRow[]>();

/** Rows of all sheets: words of their cells, codes, quantities and sums. */
export const rowSource: SearchSource = {
  kind: 'row',
  isReadable: (actor, reportId) => can(actor, { action: 'sheet.read', reportId }).allowed,
  async search({ structure, words, collaboration, found, pause }) {
    const names = new Map(structure.organisations.map(({ id, shortName }) => [id, shortName]));
    for (const { organisationId } of structure.sheets) {
      await pause();
      const { rows } = await collaboration.readSheet(structure.report.id, organisationId);
      for (const { row, folded } of readIndex(rows)) {
        if (!hasAllWords(folded, words)) continue;
        found(() => {
          const { field, text } = findCell(row, words);
          return {
            kind: 'row',
            table: row.kind,
            organisationId,
            organisation: names.get(organisationId) ?? organisationId,
            rowId: row.id,
            field,
            snippet: buildSnippet(text, words),
          };
        });
      }
    }
  },
};

function readIndex(rows: readonly Row[]): readonly IndexedRow[] {
  const known = indexes.get(rows);
  if (known !== undefined) return known;
  const index = rows.toSorted(compareRows).map((row) => ({
    row,
    folded: listCells(row)
      .map(({ text, plain }) => foldWords(`${text} ${plain}`))
      .join(''),
  }));
  indexes.set(rows, index);
  return index;
}

/** The cell with most of the words; the first of equals. */
function findCell(row: Row, words: readonly string[]): { field: HistoryField; text: string } {
  let best = { field: row.kind === 'activity' ? 'content' : 'measure', text: '' } as SearchedCell;
  let most = 0;
  for (const cell of listCells(row)) {
    const count = countWords(foldWords(`${cell.text} ${cell.plain}`), words);
    if (count > most) {
      most = count;
      best = cell;
    }
  }
  return best;
}

/** `plain` is the same as somebody may type it: a sum without spaces. */
type SearchedCell = { field: HistoryField; text: string; plain: string };

/** What people read in the cells of a row, save what they choose from a list of the product's; added columns too. */
function listCells(row: Row): SearchedCell[] {
  const values: Partial<Record<string, string | number | null>> = row.values;
  const added = Object.keys(values).filter((field) => isExtraField(field) && kindOfExtra(field) !== 'date');
  return [...searchedFields[row.kind], ...added].flatMap((field): SearchedCell[] => {
    const value = values[field] ?? null;
    if (value === null || value === '') return [];
    const text =
      isSum(field) && typeof value === 'number' ? formatMoney(value, { unit: 'none' }) : String(value);
    return [
      {
        field: HistoryField.parse(field),
        text,
        plain: typeof value === 'number' ? text.replaceAll(/\s/g, '') : '',
      },
    ];
  });
}

const searchedFields = {
  activity: ['content', 'quantity', 'reason', 'note', 'link'],
  expenditure: ['measure', 'kpkvk', 'kekv', 'plannedMinor', 'actualMinor', 'document', 'reason', 'note'],
} as const;

function isSum(field: string): boolean {
  if (isExtraField(field)) return kindOfExtra(field) === 'money';
  return field === 'plannedMinor' || field === 'actualMinor';
}
