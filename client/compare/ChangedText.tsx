import { useMemo } from 'react';
import type { FieldDifference } from '#shared/api/comparison.ts';
import { compareTexts } from '#shared/compare/compareTexts.ts';
import { isExtraField, kindOfExtra } from '#shared/model/extraField.ts';
import { ChangedValue, MarkedPieces } from './MarkedPieces.tsx';

/** Texts that are compared word by word; other values are given old and new. */
const wordFields: ReadonlySet<string> = new Set(['content', 'measure', 'document', 'reason', 'note']);

type Props = {
  field: FieldDifference['field'];
  before: string;
  after: string;
  /** In place of a value that is not there. */
  empty: string;
};

/** What a cell showed and what it shows. */
export function ChangedText({ field, before, after, empty }: Props) {
  const hasWords = wordFields.has(field) || (isExtraField(field) && kindOfExtra(field) === 'text');
  const isWords = hasWords && before !== '' && after !== '';
  const pieces = useMemo(() => (isWords ? compareTexts(before, after) : null), [isWords, before, after]);
  if (pieces !== null) return <MarkedPieces pieces={pieces} />;
  return <ChangedValue before={before || empty} after={after || empty} />;
}
