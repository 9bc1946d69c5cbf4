import { Checkbox, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { GridTools } from '../../commands/GridTools.ts';
import { findFieldSpec, listFieldSpecs, organisationColumn } from '../../fields.ts';
import type { ColumnGuess } from '../columns/guessColumns.ts';
import { type ImportTarget, serviceTargets } from '../columns/ImportTarget.ts';
import { readExamples } from '../columns/readExamples.ts';
import { formatColumn } from '../reading/SourceBook.ts';
import classes from './import.module.css';
import { countRowMerges } from './layOutFile.ts';
import type { ImportFlow } from './useImport.tsx';

type Props = { flow: ImportFlow; tools: Pick<GridTools, 'table' | 'words' | 'writable'> };

/** Which column of the file goes into which of the table. */
export function ColumnsStep({ flow, tools }: Props) {
  const { t } = useTranslation('imports');
  const { state } = flow;
  const { columns, titles, sheet, headerRow, book, sheetIndex } = state;
  const { writable } = tools;
  const rows = book?.sheets[sheetIndex]?.rows ?? [];
  const shown = columns.flatMap((guess, column) => {
    const examples = readExamples(rows, headerRow, column);
    const isEmpty = guess.target === null && titles[column] === formatColumn(column) && examples.length === 0;
    return isEmpty ? [] : [{ guess, column, title: titles[column] ?? '', examples }];
  });
  const unmatched = shown.filter(({ guess }) => guess.target === null && !guess.isService);
  const merges = countRowMerges(state);
  const hasOwner = columns.some(({ target }) => target === organisationColumn);

  const choose = (column: number, change: Partial<ColumnGuess>) => {
    const { target } = change;
    flow.chooseColumns({
      columns: columns.map((guess, place) => {
        if (place === column) return { ...guess, ...change };
        // One column of the table gets its cells from one of the file.
        return target !== undefined && target !== null && guess.target === target
          ? { ...guess, target: null }
          : guess;
      }),
    });
  };

  return (
    <>
      <Text size="sm">{t('columns.text')}</Text>
      <Duplicates titles={titles} />
      <div className={classes.scroll}>
        <table className={classes.columns}>
          <thead>
            <tr>
              <th scope="col">{t('columns.inFile')}</th>
              <th scope="col">{t('columns.example')}</th>
              <th scope="col">{t('columns.goesTo')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ guess, column, title, examples }) => (
              <tr key={column} data-off={guess.target === null}>
                <th scope="row">
                  <span className={classes.letter}>{formatColumn(column)}</span> {title}
                  {sheet?.hiddenColumns.includes(column) && (
                    <span className={classes.mark}>{t('columns.hidden')}</span>
                  )}
                </th>
                <td className={classes.examples}>{examples.join(' · ')}</td>
                <td>
                  <div className={classes.target}>
                    <TargetSelect
                      tools={tools}
                      title={title}
                      guess={guess}
                      onChange={(target) => choose(column, { target })}
                    />
                    {guess.target !== null && findFieldSpec(tools.table, guess.target)?.kind === 'money' && (
                      <UnitSelect
                        title={title}
                        guess={guess}
                        onChange={(thousands) => choose(column, { thousands })}
                      />
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unmatched.length > 0 && (
        <Text size="sm">
          {t('columns.unmatched', {
            count: unmatched.length,
            titles: unmatched.map(({ title }) => `«${title}»`).join(', '),
          })}
        </Text>
      )}
      {merges > 0 && (
        <Checkbox
          label={t('columns.fillMerges', { count: merges })}
          checked={state.fillsMerges}
          onChange={(event) => flow.chooseColumns({ fillsMerges: event.currentTarget.checked })}
        />
      )}
      {!hasOwner && writable.length > 1 && (
        <Select
          label={t('columns.owner')}
          description={t('columns.ownerHint')}
          w={420}
          searchable
          value={state.ownOrganisationId}
          data={writable.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(value) => {
            const chosen = writable.find(({ id }) => id === value);
            flow.chooseLines({ ownOrganisationId: chosen?.id ?? null });
          }}
        />
      )}
      {!columns.some(({ target }) => target !== null && findFieldSpec(tools.table, target) !== undefined) && (
        <Text size="sm" c="var(--zvit-wrong)" role="alert">
          {t('columns.nothing')}
        </Text>
      )}
    </>
  );
}

const numbered = / \(\d+\)$/;

/** Columns of one name are told apart by a number, which is no part of the name in the file. */
function Duplicates({ titles }: { titles: readonly string[] }) {
  const { t } = useTranslation('imports');
  const repeated = new Set(
    titles
      .filter((title) => numbered.test(title))
      .map((title) => title.replace(numbered, ''))
      .filter((title) => titles.includes(title)),
  );
  if (repeated.size === 0) return null;
  return (
    <Text size="sm" className={classes.note}>
      {t('columns.duplicates', { titles: [...repeated].map((title) => `«${title}»`).join(', ') })}
    </Text>
  );
}

type TargetProps = {
  tools: Props['tools'];
  title: string;
  guess: ColumnGuess;
  onChange(target: ImportTarget | null): void;
};

function TargetSelect({ tools: { table, words }, title, guess, onChange }: TargetProps) {
  const { t } = useTranslation('imports');
  const { structure } = useReport();
  const own = [organisationColumn, ...listFieldSpecs(table, structure).map(({ field }) => field)] as const;
  return (
    <Select
      size="xs"
      w={220}
      aria-label={t('columns.targetOf', { title })}
      placeholder={guess.isService ? t('columns.service') : t('columns.none')}
      clearable
      clearButtonProps={{ 'aria-label': t('columns.none') }}
      value={guess.target}
      data={[
        {
          group: t('columns.ownGroup'),
          items: own.map((value) => ({ value, label: words.columnTitle(value) })),
        },
        {
          group: t('columns.serviceGroup'),
          items: serviceTargets.map((value) => ({ value, label: t(`columns.targets.${value}`) })),
        },
      ]}
      onChange={(value) => onChange([...own, ...serviceTargets].find((target) => target === value) ?? null)}
    />
  );
}

const units = { '0': 'hryvnias', '3': 'thousands', '6': 'millions' } as const;

type UnitProps = { title: string; guess: ColumnGuess; onChange(thousands: ColumnGuess['thousands']): void };

function UnitSelect({ title, guess, onChange }: UnitProps) {
  const { t } = useTranslation('imports');
  return (
    <Select
      size="xs"
      w={104}
      aria-label={t('columns.unitOf', { title })}
      allowDeselect={false}
      value={String(guess.thousands)}
      data={(['0', '3', '6'] as const).map((value) => ({ value, label: t(`columns.units.${units[value]}`) }))}
      onChange={(value) => onChange(value === '3' ? 3 : value === '6' ? 6 : 0)}
    />
  );
}
