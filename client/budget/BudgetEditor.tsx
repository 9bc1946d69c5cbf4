import { Button, Group, Select, Text } from '@mantine/core';
import { IconDeviceFloppy, IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buildPath } from '#client/api/client.ts';
import { structureKey } from '#client/api/useReports.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { ImportDialog } from '#client/structure/import/ImportDialog.tsx';
import { useStructureEdit } from '#client/structure/useStructureEdit.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { ImportAnswer } from '#shared/api/structure.ts';
import { maxBudgetChanges } from '#shared/structure/StructureEdit.ts';
import { BudgetSumsSection } from './BudgetSumsSection.tsx';
import { BudgetTable } from './BudgetTable.tsx';
import classes from './budget.module.css';
import { computeBudgetSums } from './computeBudgetSums.ts';
import { filterLines } from './filterLines.ts';
import { useBudgetDraft } from './useBudgetDraft.ts';

/** As many as are drawn at once; the rest are found by what they are narrowed to. */
const shownLines = 200;

/** Edits the plan as a draft of this page, which is sent whole or not at all. */
export function BudgetEditor() {
  const { t } = useTranslation('budget');
  const { report, directions, organisations } = useReport().structure;
  const queries = useQueryClient();
  const plan = useBudgetDraft();
  const [direction, setDirection] = useState<string | null>(null);
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [isImporting, setImporting] = useState(false);
  const [leftOut, setLeftOut] = useState(0);
  const [emptyId, setEmptyId] = useState(() => plan.newId());
  const save = useStructureEdit(plan.discard);
  const { lines, changes, problems, overtaken, draft } = plan;
  const sums = useMemo(() => computeBudgetSums(lines, plan.read), [lines, plan.read]);
  const found = filterLines(lines, draft, { direction, organisation });
  const isTooMany = changes.length > maxBudgetChanges;
  const canSave = changes.length > 0 && problems.size === 0 && !isTooMany;
  const send = () => {
    if (canSave && !save.isPending) save.mutate({ kind: 'budget.change', changes });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return;
    event.preventDefault();
    send();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key of saving works wherever in the table one is
    <div className={classes.editor} onKeyDown={onKeyDown}>
      <Group gap="sm" align="end">
        <Select
          size="xs"
          clearable
          label={t('columns.direction')}
          placeholder={t('all')}
          value={direction}
          onChange={setDirection}
          data={directions.map(({ number, title }) => ({
            value: String(number),
            label: `${number}. ${title}`,
          }))}
        />
        <Select
          size="xs"
          clearable
          searchable
          label={t('columns.organisation')}
          placeholder={t('all')}
          value={organisation}
          onChange={setOrganisation}
          data={[...new Set(organisations.map(({ shortName }) => shortName))]}
        />
        <Button
          variant="default"
          size="xs"
          ml="auto"
          leftSection={<IconFileImport size={14} aria-hidden />}
          disabled={draft.size > 0}
          onClick={() => setImporting(true)}
        >
          {t('import')}
        </Button>
      </Group>
      <BudgetTable
        plan={plan}
        lines={found.slice(0, shownLines)}
        emptyId={emptyId}
        onTyped={(id) => {
          setLeftOut(0);
          save.reset();
          if (id === emptyId) setEmptyId(plan.newId());
        }}
        onLeftOut={setLeftOut}
      />
      {found.length > shownLines && (
        <Text size="sm" c="dimmed">
          {t('shown', { number: shownLines, total: found.length })}
        </Text>
      )}
      <p className={classes.keys}>{t('keys')}</p>
      <div className={classes.bar} aria-live="polite">
        <span>
          {[
            draft.size === 0 ? t('allSaved') : t('changes', { count: changes.length }),
            ...(problems.size > 0 ? [t('problems', { count: problems.size })] : []),
            ...(overtaken.size > 0 ? [t('overtakenCount', { count: overtaken.size })] : []),
            ...(leftOut > 0 ? [t('leftOut', { count: leftOut })] : []),
            ...(isTooMany ? [t('tooMany', { limit: maxBudgetChanges })] : []),
          ].join(' · ')}
        </span>
        <Group gap="xs">
          <Button variant="default" size="xs" disabled={draft.size === 0} onClick={plan.discard}>
            {t('discard')}
          </Button>
          <Button
            size="xs"
            leftSection={<IconDeviceFloppy size={14} aria-hidden />}
            disabled={!canSave}
            loading={save.isPending}
            onClick={send}
          >
            {t('save')}
          </Button>
        </Group>
      </div>
      {problems.size > 0 && (
        <ul className={classes.problems}>
          {found.slice(0, shownLines).flatMap(({ id }, index) => {
            const problem = problems.get(id);
            return problem === undefined
              ? []
              : [
                  <li
                    key={id}
                  >{`${t('lineNumber', { line: index + 1 })}: ${t(`problem.${problem.code}`)}`}</li>,
                ];
          })}
        </ul>
      )}
      <FormError error={save.error} />
      <BudgetSumsSection sums={sums} />
      {isImporting && (
        <ImportDialog
          path={buildPath(apiPaths.budgetImport, { reportId: report.id })}
          answer={ImportAnswer}
          title={t('importTitle')}
          hint={t('importHint')}
          onWritten={() => queries.invalidateQueries({ queryKey: structureKey(report.id) })}
          onClose={() => setImporting(false)}
        />
      )}
    </div>
  );
}
