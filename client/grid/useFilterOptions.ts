import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { columnSetOf } from '#shared/model/columns.ts';
import type { ChoiceField } from '#shared/model/extraField.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { ActivityState, Fund } from '#shared/model/rows.ts';
import type { ChoiceLabel } from './CellTexts.ts';

/** What rows can be narrowed to, as it is offered: directions also by having none. */
export function useFilterOptions(table: TableKind, choiceLabel: ChoiceLabel) {
  const { t } = useTranslation('grid');
  const { structure } = useReport();
  return {
    directions: [
      ...structure.directions.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
      { value: 'none' as const, label: t('toolbar.noDirection') },
    ],
    organisations: structure.organisations.map(({ id, shortName }) => ({ value: id, label: shortName })),
    states: ActivityState.options.map((value) => ({ value, label: choiceLabel('state', value) })),
    /** Added columns of choices, each with what it offers; also by nothing being chosen. */
    added: [...columnSetOf(structure)[table]]
      .filter(([, { kind }]) => kind === 'choice')
      .map(([field, { title, options }]) => ({
        // Its kind is said above.
        field: field as ChoiceField,
        title,
        options: [
          ...options.map((value) => ({ value, label: value })),
          { value: '', label: t('toolbar.nothingChosen') },
        ],
      })),
    funds: Fund.options.map((value) => ({ value, label: choiceLabel('fund', value) })),
  };
}
