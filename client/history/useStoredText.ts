import { useCallback } from 'react';
import { useFieldText } from '#client/compare/useFieldText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { HistoryField } from '#shared/api/history.ts';
import { columnSetOf } from '#shared/model/columns.ts';
import type { OrganisationId, RowId } from '#shared/model/ids.ts';
import { fieldSchemas, type Row, type TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { readRow } from '#shared/sheet/readRow.ts';

type CellOf = { organisationId: OrganisationId; rowId: RowId; table: TableKind };

/** A row out of what the journal has of it; null where it has nothing. Nothing stored is believed unread. */
export function readStored({ organisationId, rowId }: CellOf, stored: unknown): Row | null {
  return stored === null || stored === undefined ? null : readRow(rowId, organisationId, stored, {});
}

/** The fields of a table, in the order of its columns; those that were added behind the others. */
export function listFields(table: TableKind, structure: Pick<ReportStructure, 'columns'>): HistoryField[] {
  const own = Object.keys(fieldSchemas[table]) as HistoryField[];
  return [...own, ...columnSetOf(structure)[table].keys()];
}

/** A value as its cell takes it; undefined when it takes none such, so that nothing unfit is ever restored. */
export function readValue(cell: CellOf, field: HistoryField, stored: unknown): unknown {
  const row = readRow(cell.rowId, cell.organisationId, { kind: cell.table, [field]: stored }, {});
  const flaws: Partial<Record<HistoryField, unknown>> = row.flaws;
  const values: Partial<Record<HistoryField, unknown>> = row.values;
  return flaws[field] === undefined ? (values[field] ?? null) : undefined;
}

/**
 * Gives a function that prints a stored value as its cell would; empty for an empty one. It takes what the
 * journal has, which nobody has read yet, and names directions and indicators as the report does now;
 * `useFieldText` takes what the server has read and named for it, and `useChangeText` the cells of a content
 * whose hash was accepted, printed by the grid that shows them.
 */
export function useStoredText(): (cell: CellOf, field: HistoryField, stored: unknown) => string {
  const fieldText = useFieldText();
  const { structure } = useReport();
  return useCallback(
    (cell, field, stored) => {
      const value = readValue(cell, field, stored);
      // What could not be read stands as it is.
      if (value === undefined) return typeof stored === 'string' ? stored : JSON.stringify(stored);
      if (field === 'directionId') {
        const direction = structure.directions.find(({ id }) => id === value);
        if (direction !== undefined) return `${direction.number}. ${direction.title}`;
      }
      if (field === 'indicatorId') {
        const indicator = structure.indicators.find(({ id }) => id === value);
        if (indicator !== undefined) return indicator.title;
      }
      return fieldText(field, typeof value === 'number' || typeof value === 'string' ? value : null);
    },
    [fieldText, structure],
  );
}
