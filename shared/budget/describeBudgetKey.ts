import type { ReportStructure } from '../model/structure.ts';
import { choiceLabels } from '../report/choiceLabels.ts';
import type { RowBudgetPlace } from './budgetKey.ts';

/** As people read it: `напрям 2, Загальний фонд, КПКВК 0210180, КЕКВ 2210`; what is not there is a dash. */
export function describeBudgetKey(
  { directions }: Pick<ReportStructure, 'directions'>,
  { directionId, fund, kpkvk, kekv }: Omit<RowBudgetPlace, 'organisationId'>,
): string {
  const number = directions.find(({ id }) => id === directionId)?.number;
  const fundName = fund === null ? '—' : choiceLabels.fund[fund];
  return `напрям ${number ?? '—'}, ${fundName}, КПКВК ${kpkvk ?? '—'}, КЕКВ ${kekv ?? '—'}`;
}
