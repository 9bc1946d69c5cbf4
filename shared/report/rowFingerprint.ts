import type { ExtraField } from '../model/extraField.ts';
import { fieldSchemas, type TableKind } from '../model/rows.ts';
import { comparableText } from './comparableText.ts';

/** Twenty bits for each cell, in letters that no spreadsheet takes for a number or a formula. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const cellLength = 4;
const lettersOnly = new RegExp(`^[${alphabet}]*$`);
/** Before the parts of added columns. */
const addedMark = '-';

type Values = Readonly<Partial<Record<string, string | number | null>>>;

/**
 * What a row was when it was exported, cell by cell in the order of the fields: whoever reads the file
 * back can tell what was changed in it from what colleagues changed meanwhile. `unreadable` holds what
 * stands in cells whose value could not be read. Cells of `added` columns follow, each with the mark of its
 * column: those come, go and change places.
 */
export function computeRowFingerprint(
  kind: TableKind,
  values: Values,
  unreadable: Values,
  added: readonly ExtraField[] = [],
): string {
  const partOf = (field: string) => fingerprintCell(unreadable[field] ?? values[field] ?? null);
  const own = Object.keys(fieldSchemas[kind]).map(partOf).join('');
  if (added.length === 0) return own;
  return own + addedMark + added.map((field) => fingerprintCell(field) + partOf(field)).join('');
}

/** The part of one cell. */
export function fingerprintCell(value: string | number | null): string {
  let bits = hash(comparableText(value));
  let letters = '';
  for (let index = 0; index < cellLength; index += 1) {
    letters += alphabet[bits & 31];
    bits >>>= 5;
  }
  return letters;
}

/**
 * A fingerprint as the part of each field, by name; null for a text that is none. One that was made
 * before a field was added has no part for it. `added` are the columns that the report has now.
 */
export function tryReadFingerprint(
  kind: TableKind,
  text: string,
  added: readonly ExtraField[] = [],
): ReadonlyMap<string, string> | null {
  const [trimmed = '', ofAdded = '', ...rest] = text.trim().split(addedMark);
  if (rest.length > 0 || !isParts(trimmed, cellLength) || trimmed === '') return null;
  if (!isParts(ofAdded, cellLength * 2)) return null;
  const parts = new Map<string, string>();
  for (const [index, field] of Object.keys(fieldSchemas[kind]).entries()) {
    const part = trimmed.slice(index * cellLength, (index + 1) * cellLength);
    if (part !== '') parts.set(field, part);
  }
  const fields = new Map(added.map((field) => [fingerprintCell(field), field]));
  for (let index = 0; index < ofAdded.length; index += cellLength * 2) {
    const field = fields.get(ofAdded.slice(index, index + cellLength));
    if (field !== undefined) parts.set(field, ofAdded.slice(index + cellLength, index + cellLength * 2));
  }
  return parts;
}

function isParts(text: string, length: number): boolean {
  return text.length % length === 0 && lettersOnly.test(text);
}

/** FNV-1a over UTF-16 units, stirred at the end so that each bit depends on every letter. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
