import { Aggregation, OrganisationKind } from '#shared/model/structure.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import type {
  ActivityLine,
  ExpenditureLine,
  MoneyModel,
  OrganisationModel,
} from '#shared/report/ReportLine.ts';
import type { DirectionModel, IndicatorModel, ReportModel } from '#shared/report/ReportModel.ts';
import {
  buildCodeCell,
  buildMoneyCell,
  buildNumberCell,
  buildPercentCell,
  buildTextCell,
  type Cell,
} from '../tables/Cell.ts';
import { buildTotalLines, sliceLabels, type TotalLine } from '../tables/totalLines.ts';
import { buildAddedFields } from './addedFields.ts';
import { type AnyOpenTable, buildOpenTable, type ForeignKey, type OpenField } from './OpenTable.ts';
import { buildActivityFields, buildExpenditureFields, idConstraints } from './rowFields.ts';

/** The report's own tables: rows, totals, and what both refer to. */
export function buildReportTables(model: ReportModel): AnyOpenTable[] {
  const note: OpenField<unknown>[] =
    model.meta.exampleNote === null
      ? []
      : [
          {
            name: 'exampleNote',
            title: 'Застереження',
            type: 'string',
            cell: () => buildTextCell(exampleNote.short.uk),
          },
        ];
  return [
    buildOpenTable<DirectionModel>({
      name: 'directions',
      path: 'data/directions.csv',
      title: 'Напрями',
      fields: [...directionFields, ...note],
      primaryKey: ['id'],
      missing: '',
      lines: model.directions,
    }),
    buildOpenTable<OrganisationModel>({
      name: 'organisations',
      path: 'data/organisations.csv',
      title: 'Виконавці',
      fields: [...organisationFields, ...note],
      primaryKey: ['id'],
      missing: '',
      lines: model.organisations,
    }),
    buildOpenTable<IndicatorModel>({
      name: 'indicators',
      path: 'data/indicators.csv',
      title: 'Показники',
      fields: [...indicatorFields, ...note],
      primaryKey: ['id'],
      foreignKeys: [toDirections],
      missing: '',
      lines: model.totals.indicators,
    }),
    buildOpenTable<ActivityLine>({
      name: 'activities',
      path: 'data/activities.csv',
      title: 'Заходи',
      fields: [...buildActivityFields(model), ...buildAddedFields(model, 'activity'), ...note],
      primaryKey: ['organisationId', 'rowId'],
      foreignKeys: [
        toOrganisations,
        toDirections,
        { fields: ['indicatorId'], reference: { resource: 'indicators', fields: ['id'] } },
      ],
      missing: '',
      lines: model.activities,
    }),
    buildOpenTable<ExpenditureLine>({
      name: 'expenditures',
      path: 'data/expenditures.csv',
      title: 'Видатки',
      fields: [...buildExpenditureFields(model), ...buildAddedFields(model, 'expenditure'), ...note],
      primaryKey: ['organisationId', 'rowId'],
      foreignKeys: [toOrganisations, toDirections],
      missing: '',
      lines: model.expenditures,
    }),
    buildOpenTable<TotalLine>({
      name: 'totals',
      path: 'data/totals.csv',
      title: 'Підсумки',
      fields: [...totalFields, ...(model.plan === null ? [] : [approvedField]), ...note],
      primaryKey: ['id'],
      foreignKeys: [
        toOrganisations,
        {
          ...toDirections,
          fields: ['directionNumber'],
          reference: { resource: 'directions', fields: ['number'] },
        },
      ],
      missing: '',
      lines: buildTotalLines(model),
    }),
  ];
}

const toDirections: ForeignKey = {
  fields: ['directionId'],
  reference: { resource: 'directions', fields: ['id'] },
};
const toOrganisations: ForeignKey = {
  fields: ['organisationId'],
  reference: { resource: 'organisations', fields: ['id'] },
};
const required = { required: true };

const moneyFields = <Line>(read: (line: Line) => MoneyModel | null): OpenField<Line>[] => [
  {
    name: 'planned',
    title: 'Заплановано, грн',
    type: 'number',
    cell: (line) => buildMoneyCell(read(line)?.plannedMinor ?? null),
  },
  {
    name: 'actual',
    title: 'Фактично, грн',
    type: 'number',
    cell: (line) => buildMoneyCell(read(line)?.actualMinor ?? null),
  },
  {
    name: 'deviation',
    title: 'Відхилення, грн',
    type: 'number',
    description: 'Фактично мінус заплановано.',
    cell: (line) => buildMoneyCell(read(line)?.deviationMinor ?? null),
  },
  {
    name: 'percent',
    title: 'Виконання, %',
    type: 'number',
    cell: (line) => buildPercentCell(read(line)?.percentTenths ?? null),
  },
  {
    name: 'rowCount',
    title: 'Рядків видатків',
    type: 'integer',
    constraints: { minimum: 0 },
    cell: (line) => buildNumberCell(read(line)?.rowCount ?? null),
  },
];

const directionFields: OpenField<DirectionModel>[] = [
  {
    name: 'id',
    title: 'Код',
    type: 'string',
    constraints: idConstraints,
    cell: ({ id }) => buildCodeCell(id),
  },
  {
    name: 'number',
    title: '№',
    type: 'integer',
    constraints: { required: true, unique: true, minimum: 1 },
    cell: ({ number }) => buildNumberCell(number),
  },
  {
    name: 'title',
    title: 'Назва',
    type: 'string',
    constraints: required,
    cell: ({ title }) => buildTextCell(title),
  },
  ...moneyFields<DirectionModel>(({ money }) => money),
  {
    name: 'activityCount',
    title: 'Рядків заходів',
    type: 'integer',
    constraints: { required: true, minimum: 0 },
    cell: ({ activityCount }) => buildNumberCell(activityCount),
  },
];

const organisationFields: OpenField<OrganisationModel>[] = [
  {
    name: 'id',
    title: 'Код',
    type: 'string',
    constraints: idConstraints,
    cell: ({ id }) => buildCodeCell(id),
  },
  {
    name: 'position',
    title: '№',
    type: 'integer',
    constraints: { required: true, unique: true, minimum: 1 },
    cell: ({ position }) => buildNumberCell(position),
  },
  {
    name: 'name',
    title: 'Назва',
    type: 'string',
    constraints: required,
    cell: ({ name }) => buildTextCell(name),
  },
  {
    name: 'shortName',
    title: 'Коротка назва',
    type: 'string',
    constraints: required,
    cell: ({ shortName }) => buildTextCell(shortName),
  },
  {
    name: 'kind',
    title: 'Вид',
    type: 'string',
    constraints: { enum: OrganisationKind.options },
    cell: ({ kind }) => buildCodeCell(kind),
  },
];

const indicatorFields: OpenField<IndicatorModel>[] = [
  {
    name: 'id',
    title: 'Код',
    type: 'string',
    constraints: idConstraints,
    cell: ({ id }) => buildCodeCell(id),
  },
  {
    name: 'key',
    title: 'Ключ',
    type: 'string',
    constraints: { required: true, pattern: '[a-z0-9-]{1,60}' },
    cell: ({ key }) => buildCodeCell(key),
  },
  {
    name: 'directionId',
    title: 'Код напряму',
    type: 'string',
    cell: ({ directionId, directionNumber }) => buildCodeCell(directionNumber === null ? null : directionId),
  },
  {
    name: 'title',
    title: 'Назва',
    type: 'string',
    constraints: required,
    cell: ({ title }) => buildTextCell(title),
  },
  {
    name: 'aggregation',
    title: 'Як рахується',
    type: 'string',
    constraints: { required: true, enum: Aggregation.options },
    cell: ({ aggregation }) => buildCodeCell(aggregation),
  },
  {
    name: 'value',
    title: 'Значення',
    type: 'number',
    constraints: required,
    cell: ({ value }) => buildNumberCell(value),
  },
  { name: 'text', title: 'У звіті', type: 'string', cell: ({ text }) => buildTextCell(text) },
  {
    name: 'rowCount',
    title: 'Рядків заходів',
    type: 'integer',
    constraints: { required: true, minimum: 0 },
    cell: ({ rowCount }) => buildNumberCell(rowCount),
  },
];

const totalFields: OpenField<TotalLine>[] = [
  {
    name: 'id',
    title: 'Код',
    type: 'string',
    constraints: required,
    cell: (line) => buildTextCell(buildTotalId(line)),
  },
  {
    name: 'slice',
    title: 'Розріз',
    type: 'string',
    constraints: { required: true, enum: Object.keys(sliceLabels) },
    cell: ({ slice }): Cell => ({ type: 'code', text: slice }),
  },
  {
    name: 'directionNumber',
    title: '№ напряму',
    type: 'integer',
    cell: ({ direction }) => buildNumberCell(typeof direction === 'number' ? direction : null),
  },
  {
    name: 'organisationId',
    title: 'Код виконавця',
    type: 'string',
    cell: ({ organisation }) => buildCodeCell(organisation?.id ?? null),
  },
  { name: 'code', title: 'Код', type: 'string', cell: ({ code }) => buildCodeCell(code) },
  {
    name: 'title',
    title: 'Назва',
    type: 'string',
    constraints: required,
    cell: ({ title }) => buildTextCell(title),
  },
  ...moneyFields<TotalLine>(({ money }) => money),
  {
    name: 'value',
    title: 'Значення показника',
    type: 'number',
    cell: ({ indicator }) => buildNumberCell(indicator?.value ?? null),
  },
  {
    name: 'text',
    title: 'У звіті',
    type: 'string',
    cell: ({ indicator }) => buildTextCell(indicator?.text ?? null),
  },
];

const approvedField: OpenField<TotalLine> = {
  name: 'approved',
  title: 'Затверджено, грн',
  type: 'number',
  description: 'Рядок затвердженого плану; заплановано й фактично в ньому додано з рядків видатків.',
  cell: ({ approvedMinor }) => buildMoneyCell(approvedMinor),
};

/** What the total is of, in one word; `none` for rows without a direction. */
function buildTotalId({ slice, direction, organisation, code }: TotalLine): string {
  const place = direction === null ? [] : [typeof direction === 'number' ? String(direction) : 'none'];
  return [slice, ...place, ...(organisation ? [organisation.id] : []), ...(code === null ? [] : [code])].join(
    '/',
  );
}
