import type { Row } from '#shared/model/rows.ts';
import type { FieldSpec } from '../fields.ts';

/** A cell that is open for typing. */
export type Editing = {
  /** As it was when typing began: what others change meanwhile is told by the difference. */
  row: Row;
  column: string;
  spec: FieldSpec;
  /** True when a letter began it: the letter replaces what was there. */
  isTyped: boolean;
};
