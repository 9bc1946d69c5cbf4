import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { ActivityState, Fund } from '#shared/model/rows.ts';
import type { ChoiceLabel } from './CellTexts.ts';

/** What rows can be narrowed to, as it is offered: directions also by having none. */
export function useFilterOptions(choiceLabel: ChoiceLabel) {
  const { t } = useTranslation('grid');
  const { structure } = useReport();
  return {
    directions: [
      ...structure.directions.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
      { value: 'none' as const, label: t('toolbar.noDirection') },
    ],
    organisations: structure.organisations.map(({ id, shortName }) => ({ value: id, label: shortName })),
    states: ActivityState.options.map((value) => ({ value, label: choiceLabel('state', value) })),
    funds: Fund.options.map((value) => ({ value, label: choiceLabel('fund', value) })),
  };
}
