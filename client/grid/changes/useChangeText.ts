import { useCallback } from 'react';
import type { TableKind } from '#shared/model/rows.ts';
import type { CanonicalCell } from '#shared/submission/canonicalSheet.ts';
import { findFieldSpec } from '../fields.ts';
import type { GridWords } from '../GridWords.ts';

/**
 * Gives a function that prints a cell of an accepted content as a cell of its column does; empty for an empty
 * one. It has the words of the table beside which it stands: pages without one print with `useStoredText`.
 */
export function useChangeText({
  texts,
}: Pick<GridWords, 'texts'>): (table: TableKind, field: string, value: CanonicalCell) => string {
  return useCallback(
    (table, field, value) => {
      if (value === null) return '';
      if (typeof value === 'object') return value.unreadable;
      const spec = findFieldSpec(table, field);
      return spec === undefined ? String(value) : texts.value(spec, value);
    },
    [texts],
  );
}
