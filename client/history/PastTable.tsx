import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import type { HistoryField } from '#shared/api/history.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import classes from './pastTable.module.css';
import { planRestore } from './planRestore.ts';
import { listFields, useStoredText } from './useStoredText.ts';

/** Few enough to be drawn at once. */
const pageSize = 200;
const numberFields: ReadonlySet<string> = new Set(['quantity', 'plannedMinor', 'actualMinor']);
const isNumberField = (field: string) => numberFields.has(field) || /^x:(number|money):/.test(field);

const wordFields: ReadonlySet<string> = new Set(['content', 'measure']);

type Props = { table: TableKind; rows: readonly Row[]; onRestore(row: Row): void };

/** Rows as they were, to be read and brought back one by one. */
export function PastTable({ table, rows, onRestore }: Props) {
  const { t } = useTranslation(['cellHistory', 'grid']);
  const { structure, session, rows: present } = useReport();
  const storedText = useStoredText();
  const fieldTitle = useFieldTitle();
  const [limit, setLimit] = useState(pageSize);
  const fields = listFields(table, structure);
  const shortNames = new Map(structure.organisations.map(({ id, shortName }) => [id, shortName]));

  function readText(row: Row, field: HistoryField): string {
    const values: Partial<Record<HistoryField, unknown>> = row.values;
    const flaws: Partial<Record<HistoryField, { raw: string }>> = row.flaws;
    const cell = { organisationId: row.organisationId, rowId: row.id, table };
    return flaws[field]?.raw ?? storedText(cell, field, values[field] ?? null);
  }
  /** What became of it since, in words. */
  function readState(row: Row): 'same' | 'gone' | 'changed' {
    const now = present.get(rowKey(row));
    if (now === undefined) return 'gone';
    return planRestore([row], [now]).edits.length === 0 ? 'same' : 'changed';
  }

  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('past.since')}</th>
            <th scope="col">{t('grid:columns.organisation')}</th>
            {fields.map((field) => (
              <th key={field} scope="col" data-number={isNumberField(field) || undefined}>
                {fieldTitle(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row) => {
            const state = readState(row);
            const title = readText(row, table === 'activity' ? 'content' : 'measure') || t('untitled');
            return (
              <tr key={rowKey(row)} data-state={state}>
                <td className={classes.since}>
                  {t(`past.state.${state}`)}
                  {state !== 'same' && session.canWrite(row.organisationId).allowed && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('restore.rowOf', { title })}
                      onClick={() => onRestore(row)}
                    >
                      {t('restore.row')}
                    </Button>
                  )}
                </td>
                <td>{shortNames.get(row.organisationId) ?? row.organisationId}</td>
                {fields.map((field) => (
                  <td
                    key={field}
                    data-number={isNumberField(field) || undefined}
                    data-words={wordFields.has(field) || undefined}
                  >
                    {readText(row, field)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > limit && (
        <Button size="compact-sm" variant="default" m={12} onClick={() => setLimit(limit + pageSize)}>
          {t('past.more', { count: Math.min(pageSize, rows.length - limit) })}
        </Button>
      )}
    </div>
  );
}
