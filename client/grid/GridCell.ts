import type { Row } from '#shared/model/rows.ts';
import type { FieldSpec } from './fields.ts';

/** A cell of a row, by what it is and not by where it stands now. */
export type GridCell = { row: Row; column: string; spec: FieldSpec | null };

/** Where the focus goes when an editor has done its work. */
export type GridMove = 'stay' | 'down' | 'up' | 'right' | 'left';
