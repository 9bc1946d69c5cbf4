import type { ReportWriter } from '#client/sync/history/ReportWriter.ts';
import type { SheetEdit } from '#client/sync/history/SheetEdit.ts';
import type { Direction } from '#client/sync/history/SheetHistory.ts';
import type { ExtraValue, ExtraValues } from '#shared/model/extraField.ts';
import { DirectionId, IndicatorId, RowId } from '#shared/model/ids.ts';
import { ActivityForm, ActivityState, Fund, type Row, type TableKind } from '#shared/model/rows.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { orderBetween, ordersBetween } from '#shared/sheet/order.ts';
import type { CellEdit, Field, NewRow } from '#shared/sheet/sheetDocument.ts';
import type { SeededRandom } from '#tests/support/SeededRandom.ts';
import type { FuzzClient } from './FuzzClient.ts';

const editWeights = { insert: 6, set: 14, delete: 3, move: 3, undo: 4, redo: 4 } as const;

export type EditKind = keyof typeof editWeights;
export const editKinds = Object.keys(editWeights) as EditKind[];

/** Does one thing a person could do in the grid. Null when there was nothing to do it to. */
export function doRandomEdit(client: FuzzClient, random: SeededRandom): EditKind | null {
  const kind = random.pickWeighted(editWeights);
  return edits[kind](client, random) ? kind : null;
}

type Edit = (client: FuzzClient, random: SeededRandom) => boolean;

const edits: Record<EditKind, Edit> = {
  insert(client, random) {
    const { rows } = client;
    const place = random.between(0, rows.length);
    const orders = tryOrders(rows[place - 1], rows[place], random.between(1, 3));
    const newRows = orders.map((order) => buildNewRow(order, random));
    return write(
      client,
      newRows.map((row) => ({ kind: 'insert', row })),
    );
  },

  set(client, random) {
    const { rows } = client;
    if (rows.length === 0) return false;
    const cells = Array.from({ length: random.between(1, 4) }, () =>
      buildCellEdit(random.pick(rows), random),
    );
    return write(
      client,
      cells.map((cell) => ({ kind: 'set', ...cell })),
    );
  },

  delete(client, random) {
    const { rows } = client;
    if (rows.length === 0) return false;
    const ids = Array.from({ length: random.between(1, 2) }, () => random.pick(rows).id);
    return write(
      client,
      ids.map((rowId) => ({ kind: 'delete', rowId })),
    );
  },

  move(client, random) {
    const { rows } = client;
    if (rows.length < 2) return false;
    const place = random.between(0, rows.length);
    const [order] = tryOrders(rows[place - 1], rows[place], 1);
    if (order === undefined) return false;
    return write(client, [{ kind: 'move', rowId: random.pick(rows).id, order }]);
  },

  undo: ({ writer }) => reverse(writer, 'undo'),
  redo: ({ writer }) => reverse(writer, 'redo'),
};

/** True when it changed something. */
function write({ writer, organisationId }: FuzzClient, edits: readonly SheetEdit[]): boolean {
  return writer.write(edits.map((edit) => ({ ...edit, organisationId }))).parts.length > 0;
}

/** A step of a few edits is done at once. */
function reverse(writer: ReportWriter, direction: Direction): boolean {
  const isPossible = direction === 'undo' ? writer.canUndo : writer.canRedo;
  void writer.reverse(direction);
  return isPossible;
}

/** Two rows put in at one place at the same time have one index, and nothing fits between them. */
function tryOrders(before: Row | undefined, after: Row | undefined, count: number): string[] {
  if (before !== undefined && after !== undefined && before.order >= after.order) {
    return count === 1 ? [orderBetween(before.order, null)] : ordersBetween(before.order, null, count);
  }
  return ordersBetween(before?.order ?? null, after?.order ?? null, count);
}

function buildNewRow(order: string, random: SeededRandom): NewRow {
  const id = RowId.parse(random.id('row'));
  const fields = Array.from({ length: random.between(0, 4) });
  if (random.chance(0.5)) {
    const values: ExtraValues = Object.fromEntries(fields.map(() => pickValue('activity', random)));
    return { id, kind: 'activity', order, values };
  }
  const values: ExtraValues = Object.fromEntries(fields.map(() => pickValue('expenditure', random)));
  return { id, kind: 'expenditure', order, values };
}

function buildCellEdit(row: Row, random: SeededRandom): CellEdit {
  const [field, value] = pickValue(row.kind, random);
  return { rowId: row.id, field, value };
}

function pickValue(kind: TableKind, random: SeededRandom): [Field, ExtraValue] {
  const [field, values] = random.pick(kind === 'activity' ? activityChoices : expenditureChoices);
  return [field, random.chance(0.15) ? null : random.pick(values)];
}

const texts = ['Нарада', ' нарада', 'НАРАДА  ', 'Круглий стіл', '', 'Забезпечення участі', '😀 ї'];
const amounts = [0, 1, 99, 100, 4_758_000, 39_002_356, maxAmountMinor];
const directions = ['d1', 'd2', 'd3', 'gone'].map((id) => DirectionId.parse(id));

const addedChoices: [Field, ExtraValue[]][] = [
  ['x:text:c1', texts],
  ['x:number:c2', [0, -1.5, 12.125, 1_000_000]],
  ['x:money:c3', amounts],
  ['x:date:c4', ['2020-01-31', '2020-03-01/2020-03-31']],
  ['x:choice:c5', ['Так', 'Ні']],
];

const activityChoices: [Field, ExtraValue[]][] = [
  ['directionId', directions],
  ['indicatorId', ['sum', 'part', 'latest', 'count', 'distinct', 'gone'].map((id) => IndicatorId.parse(id))],
  ['content', texts],
  ['period', ['2020-01-31', '2020-03-01/2020-03-31', '2020-12-31']],
  ['quantity', [0, 1, 2, 13, 55]],
  ['form', ActivityForm.options],
  ['state', ActivityState.options],
  ['reason', texts],
  ...addedChoices,
];

const expenditureChoices: [Field, ExtraValue[]][] = [
  ['directionId', directions],
  ['measure', texts],
  ['fund', Fund.options],
  ['kpkvk', ['0210180', ' 0210180 ', '0218410', 'constructor']],
  ['kekv', ['2240', '2282', '']],
  ['plannedMinor', amounts],
  ['actualMinor', amounts],
  ...addedChoices,
  ['note', texts],
];
