import { Group, Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { findColumn } from '#shared/model/columns.ts';
import type { ChoiceLabel } from '../CellTexts.ts';
import { countChosen, keepOffered } from '../chooseIn.ts';

type Props = {
  filter: RowFilter;
  choiceLabel: ChoiceLabel;
  onFilter(change: Partial<RowFilter>): void;
};

/** What a link narrowed the table by, beyond the lists above: seen, and taken off one by one. */
export function ExtraFilters({ filter, choiceLabel, onFilter }: Props) {
  const { t } = useTranslation('grid');
  const { structure } = useReport();
  const indicator = structure.indicators.find(({ id }) => id === filter.indicator)?.title ?? filter.indicator;
  const parts: { text: string; off: Partial<RowFilter> }[] = [];
  if (indicator !== null)
    parts.push({ text: t('filter.indicator', { value: indicator }), off: { indicator: null } });
  for (const form of filter.forms) {
    const off = { forms: filter.forms.filter((value) => value !== form) };
    parts.push({ text: t('filter.form', { value: choiceLabel('form', form) }), off });
  }
  if (filter.kpkvk !== null)
    parts.push({ text: t('filter.kpkvk', { value: filter.kpkvk }), off: { kpkvk: null } });
  if (filter.kekv !== null)
    parts.push({ text: t('filter.kekv', { value: filter.kekv }), off: { kekv: null } });
  if (filter.isCounted) parts.push({ text: t('filter.counted'), off: { isCounted: false } });
  const offered = keepOffered(filter.choices, (field) => findColumn(structure, field));
  if (countChosen(offered) < countChosen(filter.choices))
    parts.push({ text: t('filter.goneChoice'), off: { choices: offered } });
  if (filter.rows.length > 0)
    parts.push({ text: t('filter.rows', { count: filter.rows.length }), off: { rows: [] } });
  if (parts.length === 0) return null;
  return (
    <Group gap={4} role="group" aria-label={t('toolbar.extra')}>
      {parts.map(({ text, off }) => (
        <Pill
          key={text}
          withRemoveButton
          removeButtonProps={{
            'aria-label': `${t('toolbar.clear')}: ${text}`,
            'aria-hidden': false,
            tabIndex: 0,
          }}
          onRemove={() => onFilter(off)}
        >
          {text}
        </Pill>
      ))}
    </Group>
  );
}
