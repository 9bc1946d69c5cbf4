import type { Flaw, Row } from '../model/rows.ts';

/** A cell as it counts: what is shown in it. Null is an empty one. */
export type CanonicalCell = string | number | { unreadable: string } | null;

/** Begins the text of every sheet; another way of writing it would have another name. */
const heading = 'zvit-sheet-1';

/**
 * The rows of a sheet as one text, from which its content hash is made: the SHA-256 of its UTF-8 bytes,
 * in hex. The same for rows in any order; a row's place in the table is not part of it, since moving a
 * row changes nothing that is reported. docs/DATA-FORMAT.md tells others how to make it. Rules SUB-10 to
 * SUB-12.
 */
export function buildCanonicalSheet(rows: readonly Row[]): string {
  const lines = rows.map((row) => ({ key: `${row.kind} ${row.id}`, text: buildLine(row) }));
  lines.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return [heading, ...lines.map(({ text }) => text)].map((line) => `${line}\n`).join('');
}

/** Equal for two cells that show the same. */
export function readCanonicalCell(row: Row, field: string): CanonicalCell {
  const flaw = (row.flaws as Partial<Record<string, Flaw>>)[field];
  if (flaw !== undefined) return { unreadable: normalise(flaw.raw) };
  const value = (row.values as Partial<Record<string, string | number | null>>)[field] ?? null;
  if (typeof value !== 'string') return value;
  return value === '' ? null : normalise(value);
}

function buildLine(row: Row): string {
  const cells: Record<string, CanonicalCell> = {};
  // By name: a field that is added later stands where its name puts it, and only where it is filled in.
  for (const field of Object.keys({ ...row.values, ...row.flaws }).sort()) {
    const cell = readCanonicalCell(row, field);
    if (cell !== null) cells[field] = cell;
  }
  return JSON.stringify([row.kind, row.id, cells]);
}

/** One letter may be stored as one sign or as two, and a line may end in three ways: nobody sees which. */
function normalise(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').normalize('NFC');
}
