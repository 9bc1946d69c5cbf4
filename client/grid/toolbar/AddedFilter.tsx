import { useTranslation } from 'react-i18next';
import type { RowFilter } from '#client/app/RowFilter.ts';
import type { ChoiceField } from '#shared/model/extraField.ts';
import { chooseIn } from '../chooseIn.ts';
import { FilterSelect } from '../FilterSelect.tsx';

type Column = { field: ChoiceField; title: string; options: readonly { value: string; label: string }[] };

type Props = {
  columns: readonly Column[];
  filter: RowFilter;
  onFilter(change: Partial<RowFilter>): void;
};

/** One list for all added columns of choices, under their titles: a toolbar has no room for thirty. */
export function AddedFilter({ columns, filter, onFilter }: Props) {
  const { t } = useTranslation('grid');
  if (columns.length === 0) return null;
  const [only] = columns.length === 1 ? columns : [];
  const options = columns.flatMap(({ field, title, options: offered }) =>
    offered.map(({ value, label }) => ({ value: toKey(field, value), label, group: title })),
  );
  return (
    <FilterSelect
      label={only?.title ?? t('toolbar.added')}
      allLabel={only?.title ?? t('toolbar.added')}
      options={options}
      chosen={filter.choices.flatMap(({ field, values }) => values.map((value) => toKey(field, value)))}
      onChange={(chosen) => {
        const keys = new Set(chosen);
        let { choices } = filter;
        for (const { field, options: offered } of columns) {
          const values = offered.map(({ value }) => value).filter((value) => keys.has(toKey(field, value)));
          choices = chooseIn(choices, field, values);
        }
        onFilter({ choices });
      }}
      width={132}
    />
  );
}

/** A field has no line break in it. */
function toKey(field: ChoiceField, value: string): string {
  return `${field}\n${value}`;
}
