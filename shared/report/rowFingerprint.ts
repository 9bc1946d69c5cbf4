import { fieldSchemas, type TableKind } from '../model/rows.ts';
import { comparableText } from './comparableText.ts';

/** Twenty bits for each cell, in letters that no spreadsheet takes for a number or a formula. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const cellLength = 4;
const lettersOnly = new RegExp(`^[${alphabet}]+$`);

type Values = Readonly<Partial<Record<string, string | number | null>>>;

/**
 * What a row was when it was exported, cell by cell in the order of the fields: whoever reads the file
 * back can tell what was changed in it from what colleagues changed meanwhile. `unreadable` holds what
 * stands in cells whose value could not be read.
 */
export function computeRowFingerprint(kind: TableKind, values: Values, unreadable: Values): string {
  return Object.keys(fieldSchemas[kind])
    .map((field) => fingerprintCell(unreadable[field] ?? values[field] ?? null))
    .join('');
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
 * before a field was added has no part for it.
 */
export function tryReadFingerprint(kind: TableKind, text: string): ReadonlyMap<string, string> | null {
  const trimmed = text.trim();
  if (trimmed.length % cellLength !== 0 || !lettersOnly.test(trimmed)) return null;
  const parts = new Map<string, string>();
  for (const [index, field] of Object.keys(fieldSchemas[kind]).entries()) {
    const part = trimmed.slice(index * cellLength, (index + 1) * cellLength);
    if (part !== '') parts.set(field, part);
  }
  return parts;
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
