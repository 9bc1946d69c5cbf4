import { z } from 'zod';
import { ExtraField } from './extraField.ts';
import { activityFieldNames, expenditureFieldNames } from './rows.ts';

/** The name of any field of either table, one of an added column too. */
export const FieldName = z.union([
  z.enum([...new Set([...activityFieldNames, ...expenditureFieldNames])]),
  ExtraField,
]);
export type FieldName = z.infer<typeof FieldName>;
