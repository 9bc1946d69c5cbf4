import type {
  FigureSpec,
  Gender,
  GrammaticalCase,
  InlineFigure,
  RowFilter,
} from '#shared/figures/FigureSpec.ts';
import type { IndicatorId } from '#shared/model/ids.ts';
import type { Aggregation } from '#shared/model/structure.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';

/** What a figure can be about, as a person chooses it. */
export type FigureSource =
  | 'actual'
  | 'planned'
  | 'deviation'
  | 'percent'
  | 'activities'
  | 'organisation-list'
  | 'activity-list'
  | 'activity-table'
  | 'expenditure-table'
  | { indicatorId: IndicatorId };

export type FigureFormat = 'hryvnias' | 'thousands' | 'count-with-noun' | 'count' | 'over' | 'words';

/** Everything that the dialog asks, also what the chosen source does not use. */
export type FigureForm = {
  source: FigureSource;
  filter: RowFilter;
  format: FigureFormat;
  aggregation: Aggregation | null;
  step: number | null;
  case: GrammaticalCase;
  gender: Gender;
};

const moneySources = ['actual', 'planned', 'deviation'] as const;
type MoneySource = (typeof moneySources)[number];

export const moneyFormats = ['hryvnias', 'thousands', 'words'] as const;
export const countFormats = ['count-with-noun', 'count', 'over', 'words'] as const;

export const emptyForm: FigureForm = {
  source: 'actual',
  filter: {},
  format: 'hryvnias',
  aggregation: null,
  step: null,
  case: 'nominative',
  gender: 'masculine',
};

/** How a new figure prints money, until its author chooses: as the report does. */
export const unitFormats: Readonly<Record<ReportUnit, FigureFormat>> = {
  uah: 'hryvnias',
  'thousand-uah': 'thousands',
};

export function isMoneySource(source: FigureSource): source is MoneySource {
  return moneySources.some((money) => money === source);
}

export function isCountSource(source: FigureSource): boolean {
  return source === 'activities' || typeof source === 'object';
}

/** Formats that the source can be printed in; none where there is nothing to choose. */
export function formatsOf(source: FigureSource): readonly FigureFormat[] {
  if (isMoneySource(source)) return moneyFormats;
  return isCountSource(source) ? countFormats : [];
}

/** Fields of the filter that narrow the source: the others would narrow nothing. */
export function filterFieldsOf(source: FigureSource): readonly (keyof RowFilter)[] {
  const both = ['directionId', 'organisationId'] as const;
  if (isMoneySource(source) || source === 'percent' || source === 'expenditure-table')
    return [...both, 'fund'];
  return [...both, 'form', 'state'];
}

export function buildSpec(form: FigureForm): FigureSpec {
  const filter = narrow(form);
  const { source, case: grammaticalCase, gender, step } = form;
  if (isMoneySource(source)) {
    return { kind: 'money', sum: source, filter, format: pickMoney(form), case: grammaticalCase };
  }
  const count = { filter, format: pickCount(form), step, case: grammaticalCase, gender };
  if (typeof source === 'object') {
    return { kind: 'indicator', indicatorId: source.indicatorId, aggregation: form.aggregation, ...count };
  }
  switch (source) {
    case 'percent':
      return { kind: 'percent', filter };
    case 'activities':
      return { kind: 'activities', ...count };
    case 'organisation-list':
      return { kind: 'list', of: 'organisations', indicatorId: null, filter };
    case 'activity-list':
      return { kind: 'list', of: 'activities', indicatorId: null, filter };
    case 'activity-table':
      return { kind: 'table', table: 'activity', filter };
    case 'expenditure-table':
      return { kind: 'table', table: 'expenditure', filter };
  }
}

export function readForm(spec: FigureSpec): FigureForm {
  const form = { ...emptyForm, filter: spec.filter };
  switch (spec.kind) {
    case 'money':
      return { ...form, source: spec.sum, format: spec.format, case: spec.case };
    case 'percent':
      return { ...form, source: 'percent' };
    case 'activities':
      return { ...form, source: 'activities', ...readCount(spec) };
    case 'indicator':
      return {
        ...form,
        source: { indicatorId: spec.indicatorId },
        aggregation: spec.aggregation,
        ...readCount(spec),
      };
    case 'list':
      return { ...form, source: spec.of === 'organisations' ? 'organisation-list' : 'activity-list' };
    case 'table':
      return { ...form, source: spec.table === 'activity' ? 'activity-table' : 'expenditure-table' };
  }
}

function readCount({
  format,
  step,
  case: grammaticalCase,
  gender,
}: Extract<InlineFigure, { step: unknown }>) {
  return { format, step, case: grammaticalCase, gender };
}

function narrow({ source, filter }: FigureForm): RowFilter {
  const fields = filterFieldsOf(source);
  const entries = Object.entries(filter).filter(
    ([field, value]) => value !== undefined && fields.some((known) => known === field),
  );
  return Object.fromEntries(entries);
}

function pickMoney({ format }: FigureForm): (typeof moneyFormats)[number] {
  return moneyFormats.find((known) => known === format) ?? 'hryvnias';
}

function pickCount({ format }: FigureForm): (typeof countFormats)[number] {
  return countFormats.find((known) => known === format) ?? 'count-with-noun';
}
