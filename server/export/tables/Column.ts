import type { ExtraField } from '#shared/model/extraField.ts';
import { nameUnit, type ReportUnit } from '#shared/money/reportUnit.ts';
import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import { computeRowFingerprint } from '#shared/report/rowFingerprint.ts';
import { buildCodeCell, buildTextCell, type Cell } from './Cell.ts';

/** A column of a table, the same in every format. */
export type Column<Line> = {
  key: string;
  /** Ukrainian, with the unit when there is one. */
  header: string;
  /** Its cells hold money, and its header ends with «грн»: the two are printed in the report's unit. */
  isMoney?: boolean;
  cell: (line: Line) => Cell;
};

/** The header over cells that are printed in the unit. */
export function readHeader(
  { header, isMoney }: Pick<Column<never>, 'header' | 'isMoney'>,
  unit: ReportUnit,
): string {
  return isMoney ? nameUnit(header, unit) : header;
}

/** Where a line belongs; `noDirection` stands for none, so that a formula can look for it. */
export const noDirection = '—';

type AnyLine = ActivityLine | ExpenditureLine;

export const directionNumberColumn: Column<AnyLine> = {
  key: 'directionNumber',
  header: '№ напряму',
  cell: ({ direction }) =>
    direction ? { type: 'number', value: direction.number } : buildTextCell(noDirection),
};

/** A direction that is not in the report any more is still named, by its id. */
export const directionColumn: Column<AnyLine> = {
  key: 'direction',
  header: 'Напрям',
  cell: ({ direction, values, unreadable }) =>
    unreadable.directionId === undefined
      ? buildTextCell(direction?.title ?? values.directionId)
      : { type: 'unreadable', raw: unreadable.directionId },
};

export const organisationColumn: Column<AnyLine> = {
  key: 'organisation',
  header: 'Виконавець',
  cell: ({ organisation }) => buildTextCell(organisation.shortName),
};

export const rowIdColumn: Column<AnyLine> = {
  key: 'rowId',
  header: 'Код рядка',
  cell: ({ rowId }) => buildCodeCell(rowId),
};

export const organisationIdColumn: Column<AnyLine> = {
  key: 'organisationId',
  header: 'Код виконавця',
  cell: ({ organisation }) => buildCodeCell(organisation.id),
};

/** Tells, when the file comes back, what was changed in it from what was changed here meanwhile. */
export function buildFingerprintColumn(added: readonly { model: { field: ExtraField } }[]): Column<AnyLine> {
  const fields = added.map(({ model }) => model.field);
  return {
    key: 'fingerprint',
    header: 'Відбиток',
    cell: ({ kind, values, unreadable }) =>
      buildTextCell(computeRowFingerprint(kind, values, unreadable, fields)),
  };
}

/** The cell of a field: its value, or what stands there when that could not be read. */
export function readField<F extends string>(
  unreadable: Partial<Record<F, string>>,
  field: F,
  build: () => Cell,
): Cell {
  const raw = unreadable[field];
  return raw === undefined ? build() : { type: 'unreadable', raw };
}
