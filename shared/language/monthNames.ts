import type { Language } from '../errors/AppError.ts';

/** As they stand alone, January first. */
export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  uk: [
    'січень',
    'лютий',
    'березень',
    'квітень',
    'травень',
    'червень',
    'липень',
    'серпень',
    'вересень',
    'жовтень',
    'листопад',
    'грудень',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** After a day: 19 серпня. */
const genitiveNames = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
];

/** 1 to 12; null when it is no name of a month. Takes lower case. */
export function findMonth(name: string): number | null {
  const lists = [monthNames.uk, genitiveNames, monthNames.en.map((month) => month.toLowerCase())];
  const index = Math.max(...lists.map((names) => names.indexOf(name)));
  return index < 0 ? null : index + 1;
}

const romans = ['I', 'II', 'III', 'IV'];

/** 1 to 4. */
export function printRoman(number: number): string {
  return romans[number - 1] ?? String(number);
}

/** 1 to 4 from `1` or `iv`; people type the Cyrillic І as readily as the Latin I. */
export function readRoman(text: string): number | null {
  if (/^[1-4]$/.test(text)) return Number(text);
  const index = romans.indexOf(text.replaceAll(/[іi]/gi, 'I').toUpperCase());
  return index < 0 ? null : index + 1;
}
