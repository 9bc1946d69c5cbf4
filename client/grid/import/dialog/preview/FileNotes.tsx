import { Checkbox, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowKey } from '#client/sync/RowStore.ts';
import { findFieldSpec, mainField } from '../../../fields.ts';
import { quoteText } from '../../../paste/CellCheck.ts';
import type { LeftLine } from '../../plan/ImportPlan.ts';
import classes from '../import.module.css';
import type { PreviewProps } from './PreviewProps.ts';

const mostNamed = 5;

/** What the file holds that is left out, named, with the way to take it all the same. */
export function FileNotes(props: PreviewProps) {
  const { t } = useTranslation('imports');
  const { flow, plan } = props;
  const { state } = flow;
  const nameLines = (lines: readonly LeftLine[]) =>
    nameSome(lines.map(({ number, label }) => t('left.row', { number: String(number), label })));
  const nameSome = (names: readonly string[]) => {
    const rest = names.length - mostNamed;
    const shown = names.slice(0, mostNamed).join('; ');
    return rest > 0 ? `${shown} ${t('left.more', { count: rest })}` : shown;
  };
  const errors = plan.cellErrors.map(({ address, code }) =>
    code === '=' ? `${address} (${t('left.notComputed')})` : `${address} (${code})`,
  );
  const notes: ReactNode[] = [
    plan.staleCount > 0 && <li key="stale">{t('left.stale', { count: plan.staleCount })}</li>,
    plan.hiddenCount > 0 && (
      <li key="hidden">
        {t('left.hidden', { count: plan.hiddenCount })}
        <Checkbox
          size="xs"
          label={t('left.takeHidden')}
          checked={state.takesHidden}
          onChange={(event) => flow.chooseLines({ takesHidden: event.currentTarget.checked })}
        />
      </li>
    ),
    plan.totals.length > 0 && (
      <li key="totals">
        {t('left.totals', { count: plan.totals.length })} {nameLines(plan.totals)}
        <Checkbox
          size="xs"
          label={t('left.takeTotals')}
          checked={state.takesTotals}
          onChange={(event) => flow.chooseLines({ takesTotals: event.currentTarget.checked })}
        />
      </li>
    ),
    errors.length > 0 && (
      <li key="errors">
        {t('left.errors', { count: errors.length })} {nameSome(errors)}
      </li>
    ),
    plan.unknown.length > 0 && (
      <li key="unknown">
        {t('left.unknown', { count: plan.unknown.length })} {nameLines(plan.unknown)}
        <Checkbox
          size="xs"
          label={t('left.addUnknown')}
          checked={state.addsUnknown}
          onChange={(event) => flow.chooseLines({ addsUnknown: event.currentTarget.checked })}
        />
      </li>
    ),
    plan.repeated.length > 0 && (
      <li key="repeated">
        {t('left.repeated', { count: plan.repeated.length })} {nameLines(plan.repeated)}
      </li>
    ),
    plan.movedLines.length > 0 && (
      <li key="moved">
        {t('left.moved', { count: plan.movedLines.length })} {nameLines(plan.movedLines)}
      </li>
    ),
    plan.missing.length > 0 && <MissingRows key="missing" {...props} />,
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('left.title')}>
      <div className={classes.sectionHead}>
        <h3>{t('left.title')}</h3>
      </div>
      <ul className={classes.notes}>{notes}</ul>
    </section>
  );
}

/** Rows that the file does not have. None of them goes unless it is chosen, one by one. */
function MissingRows({ flow, tools, plan }: PreviewProps) {
  const { t } = useTranslation('imports');
  const [isOpen, setOpen] = useState(false);
  const { deleted } = flow.state;
  const { table, words } = tools;
  const spec = findFieldSpec(table, mainField[table]);
  return (
    <li>
      {t('left.missing', { count: plan.missing.length })}{' '}
      <UnstyledButton className={classes.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'left.missingHide' : 'left.missingShow')}
      </UnstyledButton>
      {isOpen && (
        <>
          <p className={classes.hint}>{t('left.missingHint')}</p>
          <ul className={classes.missing}>
            {plan.missing.map((row) => {
              const key = rowKey(row);
              const text = spec === undefined ? '' : quoteText(words.texts.cell(row, spec));
              const label = `${text || t('left.unnamed')} · ${words.texts.organisation(row.organisationId)}`;
              return (
                <li key={key}>
                  <Checkbox
                    size="xs"
                    label={t('left.deleteRow', { label })}
                    checked={deleted.has(key)}
                    onChange={(event) => {
                      const next = new Set(deleted);
                      if (event.currentTarget.checked) next.add(key);
                      else next.delete(key);
                      flow.decide({ deleted: next });
                    }}
                  />
                </li>
              );
            })}
          </ul>
        </>
      )}
    </li>
  );
}
