import type { RawNumber } from './Block.ts';

type NumberFormat = Pick<RawNumber, 'format' | 'shownDecimals'>;

/** Formats that programs call by a name. */
const named: [RegExp, NumberFormat | null][] = [
  [/^(?:@|text)$/i, null],
  [/^(?:general|standard|основн\w*)?$/iu, { format: 'number', shownDecimals: null }],
  [/^(?:fixed|currency)$/i, { format: 'number', shownDecimals: 2 }],
  [/^percent$/i, { format: 'percent', shownDecimals: 2 }],
  [/\b(?:date|time)\b/i, { format: 'date', shownDecimals: null }],
];

/**
 * What a spreadsheet's number format shows: `#,##0.00`, `dd.mm.yyyy`, `0.0%`. Null for a format that
 * makes a text of everything.
 */
export function readNumberFormat(code: string): NumberFormat | null {
  const name = code.trim();
  for (const [pattern, format] of named) if (pattern.test(name)) return format;
  // Words in quotes, single letters after a backslash, colours and locales in brackets say nothing.
  const [positive = ''] = name.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';');
  if (positive.includes('%')) return { format: 'percent', shownDecimals: countDecimals(positive) };
  if (/[dmyhsдмргч]/iu.test(positive)) return { format: 'date', shownDecimals: null };
  return { format: 'number', shownDecimals: /[0#?]/.test(positive) ? countDecimals(positive) : null };
}

function countDecimals(code: string): number {
  return /\.([0#?]+)/.exec(code)?.[1]?.length ?? 0;
}

/** A value of a style sheet: `"\#\,\#\#0\.00"` is `#,##0.00`, and `\0022` is a quote. */
export function unescapeStyle(value: string): string {
  return value
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .replaceAll(/\\([0-9a-fA-F]{4})\s?/g, (_whole, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
    .replaceAll(/\\(.)/g, '$1');
}
