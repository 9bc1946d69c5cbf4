import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { PlanModel } from '#shared/report/PlanModel.ts';
import type { MoneyModel, OrganisationModel } from '#shared/report/ReportLine.ts';
import type { IndicatorModel, ReportModel } from '#shared/report/ReportModel.ts';
import {
  buildChoiceCell,
  buildCodeCell,
  buildMoneyCell,
  buildNumberCell,
  buildPercentCell,
  buildTextCell,
} from './Cell.ts';
import { type Column, noDirection } from './Column.ts';

/** What the total is of. */
export const sliceLabels = {
  grand: 'Усього',
  direction: 'Напрям',
  organisation: 'Виконавець',
  'direction-organisation': 'Напрям і виконавець',
  fund: 'Джерело фінансування',
  kpkvk: 'КПКВК',
  kekv: 'КЕКВ',
  indicator: 'Показник',
  'indicator-organisation': 'Показник і виконавець',
  plan: 'Рядок плану',
  'plan-outside': 'Поза планом',
  'plan-grand': 'План, усього',
} as const;

type Slice = keyof typeof sliceLabels;

/** One total of the report: a slice of the money, or a value of an indicator. */
export type TotalLine = {
  slice: Slice;
  /** A direction's number, {@link noDirection}, or null when the slice is not of a direction. */
  direction: number | typeof noDirection | null;
  organisation: Pick<OrganisationModel, 'id' | 'shortName'> | null;
  /** КПКВК, КЕКВ, the code of a fund or the key of an indicator. */
  code: string | null;
  title: string;
  money: MoneyModel | null;
  indicator: { value: number; text: string | null } | null;
  /** Of a line of the approved plan; its `money` is of the rows. */
  approvedMinor: bigint | null;
};

const emptyLine = {
  direction: null,
  organisation: null,
  code: null,
  money: null,
  indicator: null,
  approvedMinor: null,
} as const;

/** Every total, one a line, so that a program needs to know one shape only. */
export function buildTotalLines(model: ReportModel): TotalLine[] {
  const { totals, directions } = model;
  const numberById = new Map(directions.map(({ id, number }) => [id, number]));
  const titleById = new Map(directions.map(({ id, title }) => [id, title]));
  const organisationById = new Map(
    model.organisations.map((organisation) => [organisation.id, organisation]),
  );
  const lines: TotalLine[] = [
    { ...emptyLine, slice: 'grand', title: sliceLabels.grand, money: totals.grand },
    ...directions.map(
      ({ number, title, money }): TotalLine => ({
        ...emptyLine,
        slice: 'direction',
        direction: number,
        title,
        money,
      }),
    ),
  ];
  if (totals.withoutDirection) {
    lines.push({
      ...emptyLine,
      slice: 'direction',
      direction: noDirection,
      title: withoutDirectionTitle,
      money: totals.withoutDirection,
    });
  }
  for (const { organisation, money } of totals.byOrganisation) {
    lines.push({ ...emptyLine, slice: 'organisation', organisation, title: organisation.name, money });
  }
  for (const { directionId, organisationId, money } of totals.matrix) {
    lines.push({
      ...emptyLine,
      slice: 'direction-organisation',
      direction: (directionId && numberById.get(directionId)) ?? noDirection,
      organisation: organisationById.get(organisationId) ?? null,
      title: (directionId && titleById.get(directionId)) ?? withoutDirectionTitle,
      money,
    });
  }
  for (const { fund, money } of totals.byFund) {
    lines.push({ ...emptyLine, slice: 'fund', code: fund, title: choiceLabels.fund[fund], money });
  }
  for (const { code, money } of totals.byKpkvk) {
    lines.push({ ...emptyLine, slice: 'kpkvk', code, title: `КПКВК ${code}`, money });
  }
  for (const { code, money } of totals.byKekv) {
    lines.push({ ...emptyLine, slice: 'kekv', code, title: `КЕКВ ${code}`, money });
  }
  for (const indicator of totals.indicators) lines.push(...buildIndicatorLines(indicator));
  if (model.plan !== null) lines.push(...buildPlanLines(model.plan));
  return lines;
}

export const withoutDirectionTitle = 'Без напряму';

function buildIndicatorLines(indicator: IndicatorModel): TotalLine[] {
  const { key, title, value, text } = indicator;
  const base = {
    ...emptyLine,
    direction: indicator.directionNumber ?? noDirection,
    code: key,
    title,
  } as const;
  return [
    { ...base, slice: 'indicator', indicator: { value, text } },
    ...indicator.byOrganisation.map(
      (share): TotalLine => ({
        ...base,
        slice: 'indicator-organisation',
        organisation: { id: share.organisationId, shortName: share.shortName },
        indicator: { value: share.value, text: null },
      }),
    ),
  ];
}

/** The approved plan, line by line; planned and actual are those of the rows. */
function buildPlanLines({ lines, outside, grand }: PlanModel): TotalLine[] {
  return [
    ...lines.map(
      ({ direction, organisation, fund, kpkvk, kekv, money, approvedMinor }): TotalLine => ({
        ...emptyLine,
        slice: 'plan',
        direction: direction.number,
        organisation,
        code: `${fund}/${kpkvk}/${kekv}`,
        title: `${choiceLabels.fund[fund]}, КПКВК ${kpkvk}, КЕКВ ${kekv}`,
        money,
        approvedMinor,
      }),
    ),
    ...(outside === null
      ? []
      : [{ ...emptyLine, slice: 'plan-outside', title: sliceLabels['plan-outside'], ...outside } as const]),
    { ...emptyLine, slice: 'plan-grand', title: sliceLabels['plan-grand'], ...grand },
  ];
}

/** Of the totals of a report that has an approved plan. */
export const approvedColumn: Column<TotalLine> = {
  key: 'approved',
  header: 'Затверджено, грн',
  cell: ({ approvedMinor }) => buildMoneyCell(approvedMinor),
};

export const totalColumns: readonly Column<TotalLine>[] = [
  { key: 'slice', header: 'Розріз', cell: ({ slice }) => buildChoiceCell(slice, sliceLabels) },
  {
    key: 'directionNumber',
    header: '№ напряму',
    cell: ({ direction }) =>
      typeof direction === 'number' ? { type: 'number', value: direction } : buildTextCell(direction),
  },
  {
    key: 'organisationId',
    header: 'Код виконавця',
    cell: ({ organisation }) => buildTextCell(organisation?.id ?? null),
  },
  {
    key: 'organisation',
    header: 'Виконавець',
    cell: ({ organisation }) => buildTextCell(organisation?.shortName ?? null),
  },
  { key: 'code', header: 'Код', cell: ({ code }) => buildCodeCell(code) },
  { key: 'title', header: 'Назва', cell: ({ title }) => buildTextCell(title) },
  {
    key: 'planned',
    header: 'Заплановано, грн',
    cell: ({ money }) => buildMoneyCell(money?.plannedMinor ?? null),
  },
  { key: 'actual', header: 'Фактично, грн', cell: ({ money }) => buildMoneyCell(money?.actualMinor ?? null) },
  {
    key: 'deviation',
    header: 'Відхилення, грн',
    cell: ({ money }) => buildMoneyCell(money?.deviationMinor ?? null),
  },
  {
    key: 'percent',
    header: 'Виконання, %',
    cell: ({ money }) => buildPercentCell(money?.percentTenths ?? null),
  },
  { key: 'rowCount', header: 'Рядків', cell: ({ money }) => buildNumberCell(money?.rowCount ?? null) },
  { key: 'value', header: 'Значення', cell: ({ indicator }) => buildNumberCell(indicator?.value ?? null) },
  { key: 'text', header: 'У звіті', cell: ({ indicator }) => buildTextCell(indicator?.text ?? null) },
];
