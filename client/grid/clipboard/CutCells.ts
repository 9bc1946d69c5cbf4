import type { CellChange } from '#client/sync/ReportSession.ts';
import type { Row } from '#shared/model/rows.ts';
import { findFieldSpec } from '../fields.ts';
import type { CellValue } from '../paste/CellCheck.ts';
import { readCellValue } from '../readCell.ts';
import type { SelectedRange } from '../selection/SelectedRange.ts';

/** Cells that were cut and not yet pasted. They stay as they are until then. */
export class CutCells {
  /** What the cut put on the clipboard: by it a paste knows that this is what it pastes. */
  readonly text: string;
  readonly range: SelectedRange;

  constructor(range: SelectedRange, text: string) {
    this.range = range;
    this.text = text;
  }

  /** Cells that a paste has to write before these may be emptied: those that somebody types into. */
  get fieldCount(): number {
    const { rows, columns } = this.range;
    const [first] = rows;
    if (first === undefined) return 0;
    return rows.length * columns.filter((column) => findFieldSpec(first.kind, column) !== undefined).length;
  }

  /** Line ends are the system's, which changes them. */
  isText(text: string): boolean {
    return text.replaceAll('\r\n', '\n') === this.text.replaceAll('\r\n', '\n');
  }

  /**
   * What empties them, save the cells that the paste itself writes, and those that somebody has changed
   * since: their new value is on no clipboard. `find` gives a row as it is now.
   */
  buildChanges(
    written: readonly CellChange[],
    find: (row: Row) => Row | undefined,
  ): { changes: CellChange[]; changedCount: number } {
    const isWritten = new Set(
      written.map(({ organisationId, rowId, field }) => `${organisationId}/${rowId}/${field}`),
    );
    const changes: CellChange[] = [];
    let changedCount = 0;
    for (const row of this.range.rows) {
      const now = find(row);
      if (now === undefined) continue;
      const { organisationId, id: rowId } = row;
      for (const column of this.range.columns) {
        const field = findFieldSpec(row.kind, column)?.field;
        if (field === undefined || isWritten.has(`${organisationId}/${rowId}/${field}`)) continue;
        const value: CellValue = readCellValue(now, field);
        if (value !== readCellValue(row, field)) changedCount += 1;
        else if (value !== null) changes.push({ organisationId, rowId, field, value: null });
      }
    }
    return { changes, changedCount };
  }
}
