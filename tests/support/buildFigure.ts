import type {
  ActivitiesFigure,
  IndicatorFigure,
  ListFigure,
  MoneyFigure,
  PercentFigure,
  TableFigure,
} from '#shared/figures/FigureSpec.ts';
import { IndicatorId } from '#shared/model/ids.ts';

/** Figures as the editor makes them, save what is given. */

export function buildMoneyFigure(fields: Partial<MoneyFigure> = {}): MoneyFigure {
  return { kind: 'money', sum: 'actual', filter: {}, format: 'hryvnias', case: 'nominative', ...fields };
}

export function buildPercentFigure(filter: PercentFigure['filter'] = {}): PercentFigure {
  return { kind: 'percent', filter };
}

export function buildIndicatorFigure(key: string, fields: Partial<IndicatorFigure> = {}): IndicatorFigure {
  return {
    kind: 'indicator',
    indicatorId: IndicatorId.parse(key),
    aggregation: null,
    filter: {},
    format: 'count-with-noun',
    step: null,
    case: 'nominative',
    gender: 'masculine',
    ...fields,
  };
}

export function buildActivitiesFigure(fields: Partial<ActivitiesFigure> = {}): ActivitiesFigure {
  return {
    kind: 'activities',
    filter: {},
    format: 'count-with-noun',
    step: null,
    case: 'nominative',
    gender: 'masculine',
    ...fields,
  };
}

export function buildListFigure(fields: Partial<ListFigure> = {}): ListFigure {
  return { kind: 'list', of: 'organisations', indicatorId: null, filter: {}, ...fields };
}

export function buildTableFigure(fields: Partial<TableFigure> = {}): TableFigure {
  return { kind: 'table', table: 'activity', filter: {}, ...fields };
}
