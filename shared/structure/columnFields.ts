import type { ExtraColumn } from '../model/columns.ts';
import type { ColumnFields } from './StructureEdit.ts';
import { isSameOrder } from './structureFields.ts';

/** What may be changed about an added column, as it stands. */
export function readColumnFields({ title, kind, options, isRequired }: ExtraColumn): ColumnFields {
  return { title, kind, options, isRequired };
}

export function isSameColumn(a: ColumnFields, b: ColumnFields): boolean {
  return (
    a.title === b.title &&
    a.kind === b.kind &&
    a.isRequired === b.isRequired &&
    isSameOrder(a.options, b.options)
  );
}
