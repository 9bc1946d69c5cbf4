import type { Period } from '#shared/model/period.ts';

/** One value on its way into a file; each format writes it in its own way. */
export type Cell =
  | { type: 'empty' }
  | { type: 'text'; text: string }
  /** A number that is only a name: КПКВК, КЕКВ. Keeps its zeros. */
  | { type: 'code'; text: string }
  | { type: 'number'; value: number }
  /** Kopiykas. */
  | { type: 'money'; minor: bigint }
  | { type: 'percent'; tenths: number }
  | { type: 'period'; period: Period }
  /** A chosen value: programs get the code, people the label. */
  | { type: 'choice'; code: string; label: string }
  /** What stands in a cell that could not be read, as text: it is shown, and counts for nothing. */
  | { type: 'unreadable'; raw: string };

export const emptyCell: Cell = { type: 'empty' };

export function buildTextCell(text: string | null): Cell {
  return text === null || text === '' ? emptyCell : { type: 'text', text };
}

export function buildCodeCell(text: string | null): Cell {
  return text === null || text === '' ? emptyCell : { type: 'code', text };
}

export function buildNumberCell(value: number | null): Cell {
  return value === null ? emptyCell : { type: 'number', value };
}

export function buildMoneyCell(minor: bigint | number | null): Cell {
  return minor === null ? emptyCell : { type: 'money', minor: BigInt(minor) };
}

export function buildPercentCell(tenths: number | null): Cell {
  return tenths === null ? emptyCell : { type: 'percent', tenths };
}

export function buildPeriodCell(period: Period | null): Cell {
  return period === null ? emptyCell : { type: 'period', period };
}

export function buildChoiceCell<C extends string>(code: C | null, labels: Readonly<Record<C, string>>): Cell {
  return code === null ? emptyCell : { type: 'choice', code, label: labels[code] };
}

/** Marked, so that nobody and no program takes it for a value that counts. */
export function formatUnreadable(raw: string): string {
  return `(?) ${raw}`;
}
