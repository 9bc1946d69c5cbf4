import { formatCount } from '../../language/nouns.ts';
import type { DirectionId } from '../../model/ids.ts';
import type { PlacedBlock } from '../../report/walkText.ts';
import type { TextFinding } from './TextFinding.ts';
import { buildTableGrid, type CellNumber, type GridCell, readCellNumber } from './tableGrid.ts';

type Line = readonly (GridCell | null)[];

const total = /^(?:усього|всього|разом|загалом)(?!\p{L})/iu;
/** Parts of the line above, which has counted them already. */
const part = /^(?:[-\u2010-\u2015]\s*)?(?:з них|із них|у тому числі|в тому числі|зокрема)(?!\p{L})/iu;
/** Columns of what is not added: numbers of lines, codes, dates, shares, averages. */
const notAdded =
  /№|%|^(?:рік|дата|строк|термін)(?!\p{L})|(?:^|[^\p{L}])(?:код|кпквк|кекв|середн\p{L}*|частка|питома|відсот\p{L}*|п\/п)/iu;
/** What is given in thousands is rounded, and its sum is that of the exact numbers. */
const rounded = /(?:^|[^\p{L}])(?:тис|млн|млрд|мільйон|мільярд)/iu;

/**
 * A table typed by hand whose last row or column is called «Усього» or «Разом» and is not the sum of
 * what stands before it. Only what surely is to be added is: see CHK-42.
 */
export function findBrokenTables({ block, path }: PlacedBlock, directionId: DirectionId): TextFinding[] {
  if (block.type !== 'table') return [];
  const grid = buildTableGrid(block);
  const headerCount = countHeaders(grid);
  const header = grid.slice(0, headerCount);
  const body = grid.slice(headerCount);
  const columns = transpose(body);
  const headings = columns.map((_, column) => readHeading(header, column));
  const isAdded = headings.map((heading, column) => column > 0 && !notAdded.test(heading));
  const isRounded = headings.map((heading) => rounded.test(heading));

  const broken = [
    ...findBrokenRow(body, columns, isAdded, isRounded),
    ...findBrokenColumn(header, body, isAdded, isRounded),
  ];
  return broken.map(({ cell, sum }) => ({
    code: 'text.table-sum',
    severity: 'blocks',
    place: { directionId, path: [...path, ...cell.path, 0], inline: null, quote: cell.text },
    parameters: { typed: cell.text, value: sum },
    suggestion: null,
  }));
}

type Broken = { cell: GridCell; sum: string };

function findBrokenRow(
  body: readonly Line[],
  columns: readonly Line[],
  isAdded: readonly boolean[],
  isRounded: readonly boolean[],
): Broken[] {
  const last = body.at(-1);
  if (last === undefined || !isLabelled(last, total)) return [];
  const isDetail = body.map(
    (line, index) => index < body.length - 1 && !isLabelled(line, total) && !isLabelled(line, part),
  );
  return columns.flatMap((cells, column) =>
    isAdded[column] === true
      ? checkSum(
          cells.filter((_, row) => isDetail[row]),
          cells.at(-1) ?? null,
          isRounded[column] === true,
        ).broken
      : [],
  );
}

/** A last column that no row of several adds up to is no sum of the others: план, факт, усього осіб. */
function findBrokenColumn(
  header: readonly Line[],
  body: readonly Line[],
  isAdded: readonly boolean[],
  isRounded: readonly boolean[],
): Broken[] {
  const last = isAdded.length - 1;
  const isTotal = (column: number) => header.some((line) => total.test(line[column]?.text ?? ''));
  if (last < 2 || !isTotal(last)) return [];
  const isPlain = isAdded.map((isIn, column) => isIn && column < last && !isTotal(column));
  const checks = body
    .map((line) =>
      checkSum(
        line.filter((_, column) => isPlain[column]),
        line[last] ?? null,
        isRounded[last] === true,
      ),
    )
    .filter(({ isChecked }) => isChecked);
  const isSum = checks.length === 1 || checks.some(({ broken }) => broken.length === 0);
  return isSum ? checks.flatMap(({ broken }) => broken) : [];
}

type Check = { isChecked: boolean; broken: Broken[] };

const unchecked: Check = { isChecked: false, broken: [] };

/** Silent where anything is no number, or hryvnias stand among thousands. */
function checkSum(parts: Line, whole: GridCell | null, isRounded: boolean): Check {
  const stated = whole === null ? null : readCellNumber(whole.text);
  if (whole === null || stated === null || stated === 'nothing') return unchecked;
  const numbers: CellNumber[] = [];
  for (const each of parts) {
    const value = each === null ? 'nothing' : readCellNumber(each.text);
    if (value === null) return unchecked;
    if (value !== 'nothing') numbers.push(value);
  }
  if (numbers.length === 0 || numbers.some(({ power }) => power !== stated.power)) return unchecked;
  const decimals = Math.max(stated.decimals, ...numbers.map((each) => each.decimals));
  const scale = (each: CellNumber) => each.value * 10n ** BigInt(decimals - each.decimals);
  const sum = numbers.reduce((all, each) => all + scale(each), 0n);
  const distance = sum > scale(stated) ? sum - scale(stated) : scale(stated) - sum;
  // Each rounded number, and the sum, may be off by half of its last digit; one decimal is a rounding.
  const mayBeOff = isRounded || stated.power !== null || decimals === 1;
  const tolerance = mayBeOff ? BigInt(Math.ceil((numbers.length + 1) / 2)) : 0n;
  const isBroken = distance > tolerance;
  return { isChecked: true, broken: isBroken ? [{ cell: whole, sum: formatSum(sum, decimals) }] : [] };
}

function formatSum(sum: bigint, decimals: number): string {
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const whole = formatCount(Number(digits.slice(0, cut)));
  return `${sum < 0n ? '\u2212' : ''}${whole}${decimals === 0 ? '' : `,${digits.slice(cut)}`}`;
}

/** All that stands above a column; a merged cell stands above each that it spans. */
function readHeading(header: readonly Line[], column: number): string {
  return header
    .flatMap((line) =>
      line.filter((cell, index) => cell !== null && index <= column && column < index + cell.cell.colspan),
    )
    .map((cell) => cell?.text ?? '')
    .join(' ');
}

/** By its first words; the column before them may hold numbers of lines. */
function isLabelled(line: Line, label: RegExp): boolean {
  const first = line.find((cell) => cell !== null && /\p{L}/u.test(cell.text));
  return first !== undefined && first !== null && label.test(first.text);
}

/** Rows of header cells; without such the first row, if it holds no number to add. */
function countHeaders(grid: readonly Line[]): number {
  const isHeader = (line: Line) => line.every((cell) => cell === null || cell.cell.isHeader);
  const marked = grid.findIndex((line) => !isHeader(line));
  if (marked !== 0) return marked < 0 ? grid.length : marked;
  const first = grid[0]?.slice(1) ?? [];
  return first.every((cell) => cell === null || readCellNumber(cell.text) === null) ? 1 : 0;
}

function transpose(lines: readonly Line[]): Line[] {
  const width = lines[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => lines.map((line) => line[column] ?? null));
}
