import { Accordion, Button, Checkbox, Drawer, NativeSelect, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isNarrowing, noFilter, type RowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import { Grouping, type View } from '#shared/model/view.ts';
import type { ChoiceLabel } from '../CellTexts.ts';
import { chooseIn, chosenIn } from '../chooseIn.ts';
import { listFieldSpecs, organisationColumn } from '../fields.ts';
import type { GridWords } from '../GridWords.ts';
import { ExtraFilters } from '../toolbar/ExtraFilters.tsx';
import { useFilterOptions } from '../useFilterOptions.ts';
import type { TableView } from '../views/useTableView.ts';
import classes from './small.module.css';
import { ViewField } from './ViewField.tsx';

type Props = {
  table: TableKind;
  filter: RowFilter;
  onFilter(change: Partial<RowFilter>): void;
  tableView: TableView;
  onOpenView(view: View): void;
  onResetView(): void;
  words: GridWords & { choiceLabel: ChoiceLabel };
  /** Rows that pass it now. */
  shownCount: number;
  isOpen: boolean;
  onClose(): void;
};

/** The filters, each a list to tick off; the rows behind follow at once. */
export function FilterDrawer(props: Props) {
  const { table, filter, onFilter, tableView, words, shownCount, isOpen, onClose } = props;
  const { choiceLabel } = words;
  const { t } = useTranslation(['grid', 'small']);
  const options = useFilterOptions(table, choiceLabel);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size="85dvh"
      title={t('small:filter.title')}
      closeButtonProps={{ 'aria-label': t('small:filter.close') }}
    >
      <div className={classes.filters}>
        <ViewField
          table={table}
          filter={filter}
          tableView={tableView}
          onOpen={props.onOpenView}
          onReset={props.onResetView}
        />
        <Switch
          checked={filter.isMine}
          label={t('toolbar.mine')}
          onChange={(event) => onFilter({ isMine: event.currentTarget.checked })}
        />
        <ExtraFilters filter={filter} choiceLabel={choiceLabel} onFilter={onFilter} />
        <Accordion multiple chevronPosition="left">
          <Choices
            name="directions"
            title={t('toolbar.direction')}
            options={options.directions}
            chosen={filter.directions}
            onChange={(chosen) => onFilter({ directions: chosen })}
          />
          <Choices
            name="organisations"
            title={t('toolbar.organisation')}
            options={options.organisations}
            chosen={filter.organisations}
            onChange={(chosen) => onFilter({ organisations: chosen })}
          />
          {table === 'activity' ? (
            <Choices
              name="states"
              title={t('toolbar.state')}
              options={options.states}
              chosen={filter.states}
              onChange={(chosen) => onFilter({ states: chosen })}
            />
          ) : (
            <Choices
              name="funds"
              title={t('toolbar.fund')}
              options={options.funds}
              chosen={filter.funds}
              onChange={(chosen) => onFilter({ funds: chosen })}
            />
          )}
          {options.added.map(({ field, title, options: offered }) => (
            <Choices
              key={field}
              name={field}
              title={title}
              options={offered}
              chosen={chosenIn(filter.choices, field)}
              onChange={(chosen) => onFilter({ choices: chooseIn(filter.choices, field, chosen) })}
            />
          ))}
        </Accordion>
        <OrderFields table={table} tableView={tableView} words={words} />
      </div>
      <div className={classes.filterFoot}>
        <Button onClick={onClose}>{t('small:filter.show', { count: shownCount })}</Button>
        <Button variant="default" disabled={!isNarrowing(filter)} onClick={() => onFilter(noFilter)}>
          {t('toolbar.clear')}
        </Button>
      </div>
    </Drawer>
  );
}

/** How the rows stand: by which column, and under which titles. */
function OrderFields({ table, tableView, words }: Pick<Props, 'table' | 'tableView' | 'words'>) {
  const { t } = useTranslation(['small', 'rows']);
  const { structure } = useReport();
  const [first] = tableView.state.sort;
  const columns = [...listFieldSpecs(table, structure).map(({ field }) => field), organisationColumn];
  return (
    <div className={classes.order}>
      <NativeSelect
        label={t('order.label')}
        value={first?.column ?? ''}
        data={[
          { value: '', label: t('order.natural') },
          ...columns.map((column) => ({ value: column, label: words.anyColumnTitle(column) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          tableView.change({ sort: value === '' ? [] : [{ column: value, isDescending: false }] })
        }
      />
      {first !== undefined && (
        <Switch
          checked={first.isDescending}
          label={t('order.descending')}
          onChange={(event) =>
            tableView.change({ sort: [{ ...first, isDescending: event.currentTarget.checked }] })
          }
        />
      )}
      <NativeSelect
        label={t('rows:layout.grouping')}
        value={tableView.state.grouping}
        data={Grouping.options.map((value) => ({ value, label: t(`rows:grouping.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          tableView.change({ grouping: Grouping.parse(value), collapsed: [] })
        }
      />
    </div>
  );
}

type ChoicesProps<T extends string> = {
  name: string;
  title: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange(chosen: T[]): void;
};

function Choices<T extends string>({ name, title, options, chosen, onChange }: ChoicesProps<T>) {
  const { t } = useTranslation('small');
  return (
    <Accordion.Item value={name}>
      <Accordion.Control>
        {title}
        {chosen.length > 0 && ` · ${t('filter.chosen', { count: chosen.length })}`}
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap={0} role="group" aria-label={title}>
          {options.map(({ value, label }) => (
            <Checkbox
              key={value}
              label={label}
              checked={chosen.includes(value)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked;
                onChange(
                  options
                    .filter((option) => (option.value === value ? isOn : chosen.includes(option.value)))
                    .map((option) => option.value),
                );
              }}
            />
          ))}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
