import { correctionsOwner } from '#shared/corrections/correctionRows.ts';
import { periodBounds } from '#shared/model/period.ts';
import { ActivityForm, ActivityState, Fund } from '#shared/model/rows.ts';
import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { readCode } from '#shared/totals/readCode.ts';
import { buildCodeCell, buildMoneyCell, buildNumberCell, buildTextCell } from '../tables/Cell.ts';
import type { OpenField } from './OpenTable.ts';

/** As ids are everywhere in the product. */
export const idConstraints = { required: true, pattern: '[A-Za-z0-9][A-Za-z0-9_-]{0,39}' };

/** Where a row belongs. A direction or indicator that is gone is named among what could not be read. */
const placeFields: OpenField<ActivityLine | ExpenditureLine>[] = [
  {
    name: 'rowId',
    title: 'Код рядка',
    type: 'string',
    constraints: idConstraints,
    cell: ({ rowId }) => buildCodeCell(rowId),
  },
  {
    name: 'organisationId',
    title: 'Код виконавця',
    type: 'string',
    constraints: idConstraints,
    cell: ({ organisation }) => buildCodeCell(organisation.id),
  },
  {
    name: 'directionId',
    title: 'Код напряму',
    type: 'string',
    cell: ({ direction }) => buildCodeCell(direction?.id ?? null),
  },
];

/** Beside the typed fields, which such a value would break. */
const unreadableField: OpenField<ActivityLine | ExpenditureLine> = {
  name: 'unreadable',
  title: 'Не прочитано',
  type: 'string',
  description: 'Поля, значення яких не відповідають типу, і що в них записано; до підсумків не входять.',
  cell: (line) => buildTextCell(describeUnreadable(line)),
};

function describeUnreadable(line: ActivityLine | ExpenditureLine): string {
  const found = Object.entries(line.unreadable).map(([field, raw]) => `${field}: ${raw}`);
  const { directionId } = line.values;
  if (line.direction === null && directionId !== null) found.push(`directionId: ${directionId}`);
  if (line.kind === 'activity' && line.indicator === null && line.values.indicatorId !== null) {
    found.push(`indicatorId: ${line.values.indicatorId}`);
  }
  return found.join('; ');
}

/** Of a report that has corrections: they stand among the rows, and a program has to tell them apart. */
const recordField: OpenField<ActivityLine | ExpenditureLine> = {
  name: 'record',
  title: 'Запис',
  type: 'string',
  description: 'Рядок виконавця або коригування підсумків, яке вносить координатор.',
  constraints: { required: true, enum: ['row', 'correction'] },
  cell: ({ organisation }) => buildCodeCell(organisation.id === correctionsOwner ? 'correction' : 'row'),
};

function hasCorrections({ organisations }: Pick<ReportModel, 'organisations'>): boolean {
  return organisations.some(({ id }) => id === correctionsOwner);
}

export function buildActivityFields(model: Pick<ReportModel, 'organisations'>): OpenField<ActivityLine>[] {
  if (!hasCorrections(model)) return activityFields;
  const signed = activityFields.map(({ constraints, ...field }) =>
    field.name === 'quantity' || constraints === undefined ? field : { ...field, constraints },
  );
  return [...signed, recordField];
}

export function buildExpenditureFields(
  model: Pick<ReportModel, 'organisations'>,
): OpenField<ExpenditureLine>[] {
  return hasCorrections(model) ? [...expenditureFields, recordField] : expenditureFields;
}

const activityFields: OpenField<ActivityLine>[] = [
  ...placeFields,
  {
    name: 'indicatorId',
    title: 'Код показника',
    type: 'string',
    cell: ({ indicator }) => buildCodeCell(indicator?.id ?? null),
  },
  {
    name: 'content',
    title: 'Зміст заходу',
    type: 'string',
    cell: ({ values }) => buildTextCell(values.content),
  },
  {
    name: 'periodStart',
    title: 'Початок',
    type: 'date',
    cell: ({ values }) => buildCodeCell(values.period === null ? null : periodBounds(values.period).start),
  },
  {
    name: 'periodEnd',
    title: 'Кінець',
    type: 'date',
    cell: ({ values }) => buildCodeCell(values.period === null ? null : periodBounds(values.period).end),
  },
  {
    name: 'quantity',
    title: 'Кількість',
    type: 'integer',
    constraints: { minimum: 0 },
    cell: ({ values }) => buildNumberCell(values.quantity),
  },
  {
    name: 'form',
    title: 'Форма',
    type: 'string',
    constraints: { enum: ActivityForm.options },
    cell: ({ values }) => buildCodeCell(values.form),
  },
  {
    name: 'state',
    title: 'Стан',
    type: 'string',
    constraints: { enum: ActivityState.options },
    cell: ({ values }) => buildCodeCell(values.state),
  },
  { name: 'reason', title: 'Причина', type: 'string', cell: ({ values }) => buildTextCell(values.reason) },
  { name: 'note', title: 'Примітка', type: 'string', cell: ({ values }) => buildTextCell(values.note) },
  {
    name: 'link',
    title: 'Посилання',
    type: 'string',
    format: 'uri',
    cell: ({ values }) => buildTextCell(values.link),
  },
  unreadableField,
];

const expenditureFields: OpenField<ExpenditureLine>[] = [
  ...placeFields,
  { name: 'measure', title: 'Захід', type: 'string', cell: ({ values }) => buildTextCell(values.measure) },
  {
    name: 'fund',
    title: 'Джерело фінансування',
    type: 'string',
    constraints: { enum: Fund.options },
    cell: ({ values }) => buildCodeCell(values.fund),
  },
  {
    name: 'kpkvk',
    title: 'КПКВК',
    type: 'string',
    cell: ({ values }) => buildCodeCell(readCode(values.kpkvk)),
  },
  { name: 'kekv', title: 'КЕКВ', type: 'string', cell: ({ values }) => buildCodeCell(readCode(values.kekv)) },
  {
    name: 'planned',
    title: 'Заплановано, грн',
    type: 'number',
    cell: ({ values }) => buildMoneyCell(values.plannedMinor),
  },
  {
    name: 'actual',
    title: 'Фактично, грн',
    type: 'number',
    cell: ({ values }) => buildMoneyCell(values.actualMinor),
  },
  {
    name: 'document',
    title: 'Документ',
    type: 'string',
    cell: ({ values }) => buildTextCell(values.document),
  },
  {
    name: 'reason',
    title: 'Причина відхилення',
    type: 'string',
    cell: ({ values }) => buildTextCell(values.reason),
  },
  { name: 'note', title: 'Примітка', type: 'string', cell: ({ values }) => buildTextCell(values.note) },
  unreadableField,
];
