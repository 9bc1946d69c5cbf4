import { OrganisationId, RowId } from '#shared/model/ids.ts';
import { buildEmptyValues, type Row, type TableKind } from '#shared/model/rows.ts';
import type { CellTexts } from '../../../CellTexts.ts';
import type { FieldSpec } from '../../../fields.ts';
import type { CellValue } from '../../../paste/CellCheck.ts';

const nobody = { id: RowId.parse('new'), organisationId: OrganisationId.parse('new'), order: '', flaws: {} };

/** A value as its cell will show it. It has been checked: it fits its field. */
export function printValue(value: CellValue, spec: FieldSpec, table: TableKind, texts: CellTexts): string {
  const row = { ...nobody, kind: table, values: { ...buildEmptyValues(table), [spec.field]: value } } as Row;
  return texts.cell(row, spec);
}
