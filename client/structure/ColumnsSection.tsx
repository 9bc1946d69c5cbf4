import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { ExtraColumn } from '#shared/model/columns.ts';
import { type TableKind, tableKinds } from '#shared/model/rows.ts';
import { ColumnDialog } from './ColumnDialog.tsx';
import { LineMenu } from './LineMenu.tsx';
import { moveInOrder } from './moveInOrder.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import classes from './StructurePage.module.css';
import { useStructureEdit } from './useStructureEdit.ts';

type Opened =
  | { kind: 'column'; table: TableKind; column: ExtraColumn | null }
  | { kind: 'removal'; column: ExtraColumn };

/** What this report asks for beside the columns that every table has. */
export function ColumnsSection() {
  const { t } = useTranslation('structure');
  const { structure } = useReport();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const order = useStructureEdit();
  const removal = useStructureEdit(close);
  const openRemoval = (column: ExtraColumn) => {
    removal.reset();
    setOpened({ kind: 'removal', column });
  };
  return (
    <Section title={t('columns.title')}>
      <p className={`${classes.hint} ${classes.sectionHint}`}>{t('columns.hint')}</p>
      <FormError error={order.error} />
      {tableKinds.map((table) => (
        <TableColumns
          key={table}
          table={table}
          columns={structure.columns.filter((column) => column.table === table)}
          onOpen={(column) => setOpened({ kind: 'column', table, column })}
          onRemove={openRemoval}
          onOrder={order.mutate}
        />
      ))}
      {opened?.kind === 'column' && (
        <ColumnDialog table={opened.table} column={opened.column} onClose={close} />
      )}
      {opened?.kind === 'removal' && (
        <RemoveDialog
          title={t('column.removing', { title: opened.column.title })}
          hint={t('column.removingHint')}
          removeText={t('removeNow')}
          isRemoving={removal.isPending}
          error={removal.error}
          onRemove={() => removal.mutate({ kind: 'column.remove', columnId: opened.column.id })}
          onClose={close}
        />
      )}
    </Section>
  );
}

type TableProps = {
  table: TableKind;
  columns: readonly ExtraColumn[];
  onOpen: (column: ExtraColumn | null) => void;
  onRemove: (column: ExtraColumn) => void;
  onOrder: ReturnType<typeof useStructureEdit>['mutate'];
};

function TableColumns({ table, columns, onOpen, onRemove, onOrder }: TableProps) {
  const { t } = useTranslation('structure');
  const name = t(`columns.table.${table}`);
  const moved = (column: ExtraColumn, by: -1 | 1) => {
    const order = moveInOrder(
      columns.map(({ id }) => id),
      column.id,
      by,
    );
    return order && (() => onOrder({ kind: 'columns.order', table, order }));
  };
  return (
    <div className={classes.direction}>
      <h3 className={classes.name}>{name}</h3>
      {columns.length === 0 && <p className={classes.muted}>{t('columns.empty')}</p>}
      {columns.length > 0 && (
        <ul className={classes.indicators} aria-label={t('columns.list', { table: name })}>
          {columns.map((column) => (
            <li key={column.id} className={classes.indicator}>
              <div className={classes.line}>
                <div>
                  {column.title}
                  <p className={classes.muted}>
                    {[
                      t(`column.kinds.${column.kind}`),
                      ...(column.kind === 'choice' ? [column.options.join(', ')] : []),
                      ...(column.isRequired ? [t('column.isRequired')] : []),
                    ].join(' · ')}
                  </p>
                </div>
                <LineMenu
                  name={column.title}
                  onEdit={() => onOpen(column)}
                  onUp={moved(column, -1)}
                  onDown={moved(column, 1)}
                  removeText={t('remove')}
                  onRemove={() => onRemove(column)}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      <Button
        className={classes.more ?? ''}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        aria-label={t('columns.addTo', { table: name })}
        onClick={() => onOpen(null)}
      >
        {t('columns.add')}
      </Button>
    </div>
  );
}
