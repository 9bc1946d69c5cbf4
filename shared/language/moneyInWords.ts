import type { GrammaticalCase } from '../figures/FigureSpec.ts';
import { hryvnia, kopiyka, pickDeclinedForm } from './declinedNouns.ts';
import { formatNumeral } from './numerals.ts';

/**
 * `чотириста тридцять сім тисяч шістсот три гривні 56 копійок`: hryvnias in words and kopiykas in two
 * digits, as sums stand in official papers; `мінус` before what is below zero. Throws RangeError past
 * one trillion hryvnias.
 */
export function formatMoneyInWords(minor: bigint, grammaticalCase: GrammaticalCase): string {
  const magnitude = minor < 0n ? -minor : minor;
  const hryvnias = magnitude / 100n;
  const kopiykas = magnitude % 100n;
  const digits = String(kopiykas).padStart(2, '0');
  return [
    minor < 0n ? 'мінус ' : '',
    `${formatNumeral(hryvnias, grammaticalCase, 'feminine')} `,
    `${pickDeclinedForm(hryvnia, hryvnias, grammaticalCase)} `,
    `${digits}\u00A0${pickDeclinedForm(kopiyka, kopiykas, grammaticalCase)}`,
  ].join('');
}
