import { nameUnit, type ReportUnit } from '#shared/money/reportUnit.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { PlanModel, PlanSums } from '#shared/report/PlanModel.ts';

/** A line of the table «Виконання затвердженого плану». */
export type PlanTableLine = { title: string; sums: PlanSums; role: 'line' | 'total' };

export const planTitle = 'Виконання затвердженого плану';
export const outsidePlanTitle = 'Поза планом';

const planHeaders = [
  'Рядок плану',
  'Затверджено, грн',
  'Заплановано, грн',
  'Фактично, грн',
  'Залишок, грн',
  'Виконання плану',
] as const;

export function listPlanHeaders(unit: ReportUnit): string[] {
  return planHeaders.map((header) => nameUnit(header, unit));
}

/** Every line, what is outside of them, and the sum of both. */
export function buildPlanTable({ lines, outside, grand }: PlanModel): PlanTableLine[] {
  return [
    ...lines.map((line): PlanTableLine => ({ title: describePlanLine(line), sums: line, role: 'line' })),
    ...(outside === null ? [] : [{ title: outsidePlanTitle, sums: outside, role: 'line' } as const]),
    { title: 'Усього', sums: grand, role: 'total' },
  ];
}

/** «2. Преса, Загальний фонд, КПКВК 0210180, КЕКВ 2210». */
function describePlanLine({
  direction,
  organisation,
  fund,
  kpkvk,
  kekv,
}: PlanModel['lines'][number]): string {
  return `${direction.number}. ${organisation.shortName}, ${choiceLabels.fund[fund]}, КПКВК ${kpkvk}, КЕКВ ${kekv}`;
}
