import type { RowRole } from './ImportRow.ts';
import type { SourceRow } from './SourceBook.ts';

/** «Усього», «Разом за розділом 2», «ВСЬОГО:», and the English and the Russian of old templates. */
const totalLabel =
  /^(?:усього|всього|разом|підсумок|загалом|итого|всего|(?:grand |sub)?totals?)(?:$|[\s\u00A0]*[:.,;(]|[\s\u00A0]+(?:за|по|на|у|в|для|видатків|коштів|сума|заходів|рядків|\d|by|for|of)(?:$|[^\p{L}]))/iu;

/**
 * What a row below the header is: data, a total of others, or the numbers of the columns (1, 2, 3 …)
 * that official forms print under their header. A total has its word as its only text, and a number.
 */
export function findRowRole(
  { number, cells }: Pick<SourceRow, 'number' | 'cells'>,
  headerRow: number,
): { role: RowRole; label: string } {
  const present = cells.filter((cell) => cell !== null);
  const isDistanceShort = number - headerRow <= 2;
  if (
    isDistanceShort &&
    present.length > 2 &&
    present.every((cell, index) => readWhole(cell) === index + 1)
  ) {
    return { role: 'column-numbers', label: '' };
  }
  const texts = present.filter((cell) => typeof cell === 'string' && !isNumeric(cell));
  const [label] = texts;
  const isTotal = texts.length === 1 && typeof label === 'string' && totalLabel.test(label.trim());
  return isTotal && present.length > 1 ? { role: 'total', label } : { role: 'data', label: '' };
}

function readWhole(cell: SourceRow['cells'][number]): number {
  if (typeof cell === 'string') return Number(cell.trim());
  return cell?.type === 'number' ? cell.value : Number.NaN;
}

/** In a CSV file numbers are texts. */
function isNumeric(text: string): boolean {
  return /^[-−]?[\d\s\u00A0\u202F.,']+(?:грн\.?|%|₴)?$/u.test(text.trim());
}
