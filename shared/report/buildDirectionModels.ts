import type { DirectionId } from '../model/ids.ts';
import type { ReportStructure } from '../model/structure.ts';
import type { Totals } from '../totals/Totals.ts';
import { buildMoneyModel } from './buildMoneyModel.ts';
import type { DirectionModel, IndicatorModel } from './ReportModel.ts';
import type { TextBlock } from './TextModel.ts';

/** By number. */
export function buildDirectionModels(
  { directions }: Pick<ReportStructure, 'directions'>,
  totals: Totals,
  indicators: readonly IndicatorModel[],
  texts: ReadonlyMap<DirectionId, TextBlock[]>,
): DirectionModel[] {
  return directions.map(({ id, number, title }) => ({
    id,
    number,
    title,
    money: buildMoneyModel(totals.byDirection.get(id)),
    activityCount: totals.activityCounts.get(id) ?? 0,
    indicators: indicators.filter(({ directionId }) => directionId === id),
    text: texts.get(id) ?? [],
  }));
}
