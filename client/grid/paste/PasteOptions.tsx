import { NativeSelect, SegmentedControl, Switch } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { listFieldSpecs } from '../fields.ts';
import type { GridWords } from '../GridWords.ts';
import type { Decisions, Plan, PlanNote } from './Plan.ts';
import type { HeaderChoice, PreparedPaste } from './PreparedPaste.ts';
import classes from './preview/PlanPreview.module.css';

type Props = {
  table: TableKind;
  prepared: PreparedPaste;
  decisions: Decisions;
  words: GridWords;
  onChoices(choices: Partial<PreparedPaste['choices']>): void;
  onDecisions(decisions: Decisions): void;
};

/** How the block is laid down: what its first line is, what was hidden or merged, whose the new rows are. */
export function PasteOptions({ table, prepared, decisions, words, onChoices, onDecisions }: Props) {
  const { t } = useTranslation('paste');
  const { block, header, choices, plan, notes, mergedCount } = prepared;
  const owner = prepared.foreignOwner;
  const hasHidden = block.hiddenLines.size + block.hiddenColumns.size > 0;
  return (
    <>
      {header !== null && (
        <div className={classes.option}>
          <span>{t('option.header')}</span>
          <SegmentedControl
            size="xs"
            aria-label={t('option.header')}
            value={choices.header}
            onChange={(value) => onChoices({ header: value as HeaderChoice })}
            data={[
              { value: 'match', label: t('option.headerMatch') },
              { value: 'skip', label: t('option.headerSkip') },
              { value: 'data', label: t('option.headerData') },
            ]}
          />
        </div>
      )}
      {header !== null && choices.header === 'match' && (
        <Mapping table={table} prepared={prepared} words={words} onChoices={onChoices} />
      )}
      {hasHidden && (
        <Switch
          size="xs"
          label={t('option.hidden')}
          checked={choices.isHiddenTaken}
          onChange={(event) => onChoices({ isHiddenTaken: event.currentTarget.checked })}
        />
      )}
      {mergedCount > 0 && (
        <Switch
          size="xs"
          label={t('option.merged', { count: mergedCount })}
          checked={choices.isMergedRepeated}
          onChange={(event) => onChoices({ isMergedRepeated: event.currentTarget.checked })}
        />
      )}
      {owner !== null && (
        <div className={classes.option}>
          <span>{t('option.foreign')}</span>
          <SegmentedControl
            size="xs"
            aria-label={t('option.foreign')}
            value={choices.isForeignAdded ? 'add' : 'leave'}
            onChange={(value) => onChoices({ isForeignAdded: value === 'add' })}
            data={[
              { value: 'leave', label: t('option.foreignLeave') },
              {
                value: 'add',
                label: t('option.foreignAdd', { organisation: words.texts.organisation(owner) }),
              },
            ]}
          />
        </div>
      )}
      <Owner plan={plan} decisions={decisions} words={words} onDecisions={onDecisions} />
      {[...notes, ...plan.notes].map((note) => (
        <Note key={note.kind} note={note} words={words} />
      ))}
    </>
  );
}

function Mapping({
  table,
  prepared,
  words,
  onChoices,
}: Pick<Props, 'table' | 'prepared' | 'words' | 'onChoices'>) {
  const { t } = useTranslation('paste');
  const { structure } = useReport();
  const { block, choices, header } = prepared;
  const titles = block.lines[0] ?? [];
  const columns = choices.columns ?? [];
  const doubled = new Set(header?.doubles.flatMap(({ places }) => places) ?? []);
  return (
    <div className={classes.mapping} role="group" aria-label={t('option.mapping')}>
      {titles.map(({ text }, place) => (
        <NativeSelect
          // Two titles may be the same: their place is what tells them apart.
          key={place.toString()}
          size="xs"
          label={doubled.has(place) ? `${text} (${t('option.doubled')})` : text || '—'}
          aria-label={t('option.column', { title: text })}
          value={columns[place] ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value || null;
            onChoices({
              columns: titles.map((_, index) => {
                if (index === place) return chosen;
                // A column takes one title only.
                return columns[index] === chosen ? null : (columns[index] ?? null);
              }),
            });
          }}
        >
          <option value="">{t('option.columnNone')}</option>
          {listFieldSpecs(table, structure).map(({ field }) => (
            <option key={field} value={field}>
              {words.columnTitle(field)}
            </option>
          ))}
          {(['organisation', 'deviation'] as const).map((column) => (
            <option key={column} value={column}>
              {words.columnTitle(column)}
            </option>
          ))}
        </NativeSelect>
      ))}
    </div>
  );
}

type OwnerProps = {
  plan: Plan;
  decisions: Decisions;
  words: GridWords;
  onDecisions(decisions: Decisions): void;
};

function Owner({ plan, decisions, words, onDecisions }: OwnerProps) {
  const { t } = useTranslation('paste');
  if (plan.organisations.length === 0) return null;
  const count = plan.lines.filter(
    ({ row, organisationId }) => row === null && organisationId === null,
  ).length;
  return (
    <NativeSelect
      size="xs"
      w={320}
      label={t('option.organisation', { count })}
      value={decisions.organisationId ?? ''}
      onChange={(event) => {
        const chosen = plan.organisations.find((id) => id === event.currentTarget.value);
        onDecisions({ ...decisions, organisationId: chosen ?? null });
      }}
      data-autofocus
    >
      <option value="">{t('question.choose')}</option>
      {plan.organisations.map((id: OrganisationId) => (
        <option key={id} value={id}>
          {words.texts.organisation(id)}
        </option>
      ))}
    </NativeSelect>
  );
}

function Note({ note, words }: { note: PlanNote; words: GridWords }) {
  const { t } = useTranslation('paste');
  const names = note.names.map((name) => (name === 'deviation' ? words.columnTitle(name) : name));
  return (
    <p className={classes.note}>
      <IconInfoCircle size={14} aria-hidden />
      <span>{t(`note.${note.kind}`, { count: note.count, names: names.join(', ') })}</span>
    </p>
  );
}
