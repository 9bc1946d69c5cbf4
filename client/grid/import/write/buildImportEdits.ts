import { noFilter } from '#client/app/RowFilter.ts';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { createId, type OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { buildNewRows } from '../../newRows.ts';
import type { Answer, PlannedCell, PlannedLine } from '../../paste/Plan.ts';
import { resolvePlan } from '../../paste/resolvePlan.ts';
import { readCellFlaw, readCellValue } from '../../readCell.ts';
import type { CellKey, ImportPlan } from '../plan/ImportPlan.ts';

export type ImportDecisions = {
  answers: ReadonlyMap<string, Answer>;
  refused: ReadonlySet<CellKey | number>;
  deleted: ReadonlySet<RowKey>;
};

type Sheets = {
  table: TableKind;
  structure: Pick<ReportStructure, 'indicators'>;
  /** A row as it is now. */
  findRow(key: RowKey): Row | undefined;
  /** Rows of the table of one sheet, in order. */
  sheetRows(organisationId: OrganisationId): readonly Row[];
};

/** What is to be written, and what the closing sentence counts. */
export type ImportEdits = {
  edits: ReportEdit[];
  cellCount: number;
  /** Rows that cells change in. */
  changedCount: number;
  addedCount: number;
  addedKeys: RowKey[];
  deletedCount: number;
  /** Cells of the file that go nowhere: refused, unanswered, or not accepted. */
  leftCount: number;
  /** Cells, of those, that a colleague has changed while the preview was open. */
  overtakenCount: number;
};

/** Everything a person has accepted, as edits of one step. */
export function buildImportEdits(
  { plan, missing }: ImportPlan,
  decisions: ImportDecisions,
  { table, structure, findRow, sheetRows }: Sheets,
): ImportEdits {
  let refusedCount = 0;
  let overtakenCount = 0;
  const isTaken = (line: PlannedLine, cell: PlannedCell): boolean => {
    if (decisions.refused.has(line.number) || decisions.refused.has(`${line.number}/${cell.field}`)) {
      refusedCount += 1;
      return false;
    }
    if (line.row === null || isAsPlanned(line.row, cell, findRow)) return true;
    overtakenCount += 1;
    return false;
  };
  const lines = plan.lines.map((line) => ({
    ...line,
    cells: line.cells.filter((cell) => isTaken(line, cell)),
  }));
  const resolved = resolvePlan(
    { ...plan, lines },
    { answers: decisions.answers, organisationId: null },
    structure,
  );
  const changes = resolved.cells.filter(({ organisationId, rowId, field, value }) => {
    const row = findRow(`${organisationId}/${rowId}`);
    return row !== undefined && readCellValue(row, field) !== value;
  });
  const edits: ReportEdit[] = changes.map((change) => ({ kind: 'set', ...change }));
  const addedKeys: RowKey[] = [];
  for (const [organisationId, group] of Map.groupBy(resolved.rows, (row) => row.organisationId)) {
    const rows = group.map(({ values }) => ({ id: RowId.parse(createId()), values }));
    const siblings = sheetRows(organisationId);
    for (const row of buildNewRows({ table, siblings, after: null, filter: noFilter, rows })) {
      edits.push({ kind: 'insert', organisationId, row });
      addedKeys.push(`${organisationId}/${row.id}`);
    }
  }
  const gone = missing.filter((row) => decisions.deleted.has(rowKey(row)) && findRow(rowKey(row)));
  for (const { organisationId, id } of gone) edits.push({ kind: 'delete', organisationId, rowId: id });
  return {
    edits,
    cellCount: changes.length,
    changedCount: new Set(changes.map(({ organisationId, rowId }) => `${organisationId}/${rowId}`)).size,
    addedCount: addedKeys.length,
    addedKeys,
    deletedCount: gone.length,
    leftCount: resolved.leftCount + refusedCount + overtakenCount,
    overtakenCount,
  };
}

/** False when the cell, or the whole row, is not any more what the person saw beside the file's value. */
function isAsPlanned(planned: Row, { field }: PlannedCell, findRow: Sheets['findRow']): boolean {
  const now = findRow(rowKey(planned));
  if (now === undefined) return false;
  const isSameFlaw = readCellFlaw(now, field)?.raw === readCellFlaw(planned, field)?.raw;
  return isSameFlaw && readCellValue(now, field) === readCellValue(planned, field);
}
