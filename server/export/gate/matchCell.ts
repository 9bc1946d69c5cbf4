import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { ExpectedCell } from './ExpectedTable.ts';
import type { FoundCell } from './FoundTable.ts';

/** Whether a cell says what it has to. */
export function matchCell(expected: ExpectedCell, found: FoundCell, unit: ReportUnit): boolean {
  const text = typeof found === 'string' ? found.trim() : '';
  const isEmpty = found === null || (typeof found === 'string' && text === '');
  switch (expected.type) {
    case 'money':
      if (expected.minor === null) return isEmpty;
      // A workbook holds the double that is nearest to the amount.
      if (typeof found === 'number') return found === Number(expected.minor) / steps[unit];
      return readAmount(text, unit) === expected.minor;
    case 'count':
      if (expected.value === null) return isEmpty;
      return typeof found === 'number'
        ? found === expected.value
        : readWhole(text) === BigInt(expected.value);
    case 'decimal':
      if (expected.value === null) return isEmpty;
      return (typeof found === 'number' ? found : readDecimal(text)) === expected.value;
    case 'percent':
      return matchPercent(expected.tenths, found, text);
    case 'text':
      return foldName(expected.text ?? '') === foldName(String(found ?? ''));
    case 'unreadable':
      return text.startsWith('(?)');
  }
}

function matchPercent(tenths: number | null, found: FoundCell, text: string): boolean {
  if (tenths === null) return text === '' || text === '—';
  if (typeof found === 'number') return found === tenths / 1_000;
  const digits = /^([-\u2212]?)(\d+)(?:[.,](\d))?$/.exec(text.replaceAll(/[\s%]/g, ''));
  if (digits === null) return false;
  const [, sign, whole = '', tenth = '0'] = digits;
  return (sign === '' ? 1 : -1) * Number(whole + tenth) === tenths;
}

/** Kopiykas of one hryvnia, and of a thousand. */
const steps: Readonly<Record<ReportUnit, number>> = { uah: 100, 'thousand-uah': 100_000 };

const amounts: Readonly<Record<ReportUnit, RegExp>> = {
  uah: /^([-\u2212]?)(\d+)[.,](\d{2})$/,
  'thousand-uah': /^([-\u2212]?)(\d+)[.,](\d{5})$/,
};

/** Kopiykas of `437 603,56`, `437603.56`, `−8 000,00`, in thousands of `437,60356`; null for anything else. */
export function readAmount(text: string, unit: ReportUnit): bigint | null {
  const match = amounts[unit].exec(text.replaceAll(/\s/g, ''));
  if (match === null) return null;
  const [, sign, whole = '', hundredths = ''] = match;
  const amount = BigInt(whole + hundredths);
  return sign === '' ? amount : -amount;
}

/** `1 012,625`, `−3.5`; null for anything else. */
function readDecimal(text: string): number | null {
  const match = /^([-\u2212]?)(\d+(?:[.,]\d{1,3})?)$/.exec(text.replaceAll(/\s/g, ''));
  if (match === null) return null;
  const [, sign, digits = ''] = match;
  return Number(digits.replace(',', '.')) * (sign === '' ? 1 : -1);
}

/** `1 090`, `−12`; null for anything else. */
function readWhole(text: string): bigint | null {
  const match = /^([-\u2212]?)(\d+)$/.exec(text.replaceAll(/\s/g, ''));
  if (match === null) return null;
  const [, sign, digits = ''] = match;
  return sign === '' ? BigInt(digits) : -BigInt(digits);
}

/** Of a name without spaces, without what only some formats keep. */
const unseen = /[\s\p{Cc}\p{Cf}\p{Cs}\uFFFD-\uFFFF]/gu;

function foldName(name: string): string {
  return name.replaceAll(unseen, '');
}
