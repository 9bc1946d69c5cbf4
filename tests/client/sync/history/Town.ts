import * as Y from 'yjs';
import type { Reversing } from '#client/sync/history/HistoryChange.ts';
import { ReportWriter, type WritableSheet } from '#client/sync/history/ReportWriter.ts';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { type Direction, SheetHistory } from '#client/sync/history/SheetHistory.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';

export const organisations = ['o1', 'o2'].map((id) => OrganisationId.parse(id));

/** One person's copies of the sheets, with their own writing and undoing. */
export class TownPerson {
  readonly docs = new Map(organisations.map((id) => [id, new Y.Doc()]));
  readonly writer: ReportWriter;
  /** Hears how far a long undo or redo is. */
  onReversing: (reversing: Reversing) => void = () => {};

  constructor(clientId: number) {
    const sheets = new Map<OrganisationId, WritableSheet>();
    for (const [id, doc] of this.docs) {
      doc.clientID = clientId;
      const history = new SheetHistory();
      sheets.set(id, {
        apply: (edits) => history.apply(doc, edits, this),
        reverse: (deeds, direction) => history.reverse(doc, deeds, direction, this),
        whenRoom: () => Promise.resolve(true),
      });
    }
    this.writer = new ReportWriter({
      findEditable: (id) => sheets.get(id) ?? null,
      onChange: () => {},
      onReversing: (reversing) => reversing !== null && this.onReversing(reversing),
    });
  }

  write(edits: readonly ReportEdit[]): void {
    this.writer.write(edits);
  }

  /** Short steps only: they are done at once. False when there was nothing to do. */
  reverse(direction: Direction): boolean {
    const isPossible = direction === 'undo' ? this.writer.canUndo : this.writer.canRedo;
    void this.writer.reverse(direction);
    return isPossible;
  }

  /** Everything the person sees: `o1/row/field` → value, and `o1/row` → true. */
  read(): Map<string, unknown> {
    const seen = new Map<string, unknown>();
    for (const [id, doc] of this.docs) {
      for (const row of readSheet(doc, id)) {
        seen.set(`${id}/${row.id}`, true);
        seen.set(`${id}/${row.id}/order`, row.order);
        for (const [field, value] of Object.entries(row.values)) seen.set(`${id}/${row.id}/${field}`, value);
      }
    }
    return seen;
  }

  receive(other: TownPerson): void {
    for (const [id, doc] of this.docs) {
      const theirs = must(other.docs.get(id), id);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(doc)));
    }
  }
}

/** Names of what is not the same in both. */
export function compare(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
}
