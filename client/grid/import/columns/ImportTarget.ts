import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { organisationColumn } from '../../fields.ts';

/** Columns of our own exports that say which row a line is, and of what it is made. */
export const serviceTargets = ['rowId', 'organisationId', 'fingerprint', 'directionNumber'] as const;
export type ServiceTarget = (typeof serviceTargets)[number];

/** What a column of a file is for. */
export type ImportTarget = Field | typeof organisationColumn | ServiceTarget;
