import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { usePeople, useReport } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import type { ChoiceLabel } from '../CellTexts.ts';
import { groupPeopleByCell } from '../cells/groupPeopleByCell.ts';
import { countRowComments } from '../comments/CommentMarks.ts';
import { useCommentCounts } from '../comments/useCommentCounts.ts';
import { computeRowDeviation } from '../computeRowDeviation.ts';
import { buildRestoredRow } from '../conflict/buildRestoredRow.ts';
import type { Editing } from '../editors/Editing.ts';
import { type FieldSpec, listFieldSpecs } from '../fields.ts';
import type { GridMove } from '../GridCell.ts';
import type { GridWords } from '../GridWords.ts';
import { FormField } from './FormField.tsx';
import { RowComments } from './RowComments.tsx';
import classes from './small.module.css';
import { useRowFindings } from './useRowFindings.ts';

type Props = {
  rowKey: RowKey;
  /** As it is, or as it last was. */
  row: Row;
  isDeleted: boolean;
  /** As it is counted in the list; null when the filter does not let it pass. */
  number: number | null;
  words: GridWords & { choiceLabel: ChoiceLabel };
  /** Why the row may not be written; null when it may. */
  lock: string | null;
  /** Begins with typing, as in a row that was just made. */
  startsOpen: boolean;
  /** The field that was asked for; null for the row as a whole. */
  wantedField: string | null;
  onClose(): void;
  /** Null at the ends of the list. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  onDelete(row: Row): void;
};

/** One row, whole: each value a line to touch, and one of them open for typing. Mount it anew for another row. */
export function RowForm(props: Props) {
  const { rowKey, row, isDeleted, number, words, lock, startsOpen, wantedField, onClose } = props;
  const { t } = useTranslation('small');
  const { session, structure } = useReport();
  const people = groupPeopleByCell(usePeople());
  const findings = useRowFindings(rowKey);
  const comments = useCommentCounts(row.kind);
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const specs = listFieldSpecs(row.kind, structure);
  const isOpenable = lock === null && !isDeleted;
  const [editing, setEditing] = useState<Editing | null>(() =>
    startsOpen && isOpenable ? buildEditing(row, specs[0]) : null,
  );

  useEffect(() => {
    if (startsOpen) return;
    const wanted =
      wantedField === null ? null : body.current?.querySelector(`[data-field="${CSS.escape(wantedField)}"]`);
    if (wanted instanceof HTMLElement) wanted.focus();
    else title.current?.focus();
  }, [startsOpen, wantedField]);
  const field = editing?.spec.field ?? null;
  useEffect(() => {
    const { organisationId, id: rowId, kind: table } = row;
    session.setCursor(field === null ? null : { organisationId, rowId, table, field, editing: true });
  }, [session, row, field]);
  useEffect(() => () => session.setCursor(null), [session]);
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.code === 'Escape' && !event.defaultPrevented && editing === null) onClose();
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [editing, onClose]);

  // At once: a phone shows its keyboard only for a focus that comes with the touch.
  const open = (spec: FieldSpec | undefined) => flushSync(() => setEditing(buildEditing(row, spec)));
  const close = (spec: FieldSpec, move: GridMove | null) => {
    const step = move === 'down' || move === 'right' ? 1 : move === 'up' || move === 'left' ? -1 : 0;
    const next = step === 0 ? undefined : specs[specs.indexOf(spec) + step];
    setEditing(next === undefined ? null : buildEditing(session.rows.get(rowKey) ?? row, next));
  };

  return (
    <section className={classes.form} aria-labelledby={titleId}>
      <header className={classes.formHead}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('form.back')} onClick={onClose}>
          <IconArrowLeft size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
        <h2 ref={title} id={titleId} className={classes.formTitle} tabIndex={-1}>
          {number === null ? t('form.hidden') : t('form.title', { number: String(number) })}
          <small>{words.texts.organisation(row.organisationId)}</small>
        </h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('form.previous')}
          disabled={props.onPrevious === null}
          onClick={() => props.onPrevious?.()}
        >
          <IconChevronUp size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('form.next')}
          disabled={props.onNext === null}
          onClick={() => props.onNext?.()}
        >
          <IconChevronDown size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
        <RowComments row={row} specs={specs} words={words} count={countRowComments(comments, rowKey)} />
        {isOpenable && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('form.remove')}
            onClick={() => props.onDelete(row)}
          >
            <IconTrash size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        )}
      </header>
      <div ref={body} className={classes.formBody}>
        {isDeleted && (
          <div className={classes.banner} role="status">
            <p>{t('form.deleted')}</p>
            {lock === null && (
              <Button
                variant="default"
                style={{ justifySelf: 'start' }}
                onClick={() => session.insertRows(row.organisationId, [buildRestoredRow(row, [])])}
              >
                {t('form.restore')}
              </Button>
            )}
          </div>
        )}
        {lock !== null && (
          <div className={classes.banner} role="status">
            <p>{lock}</p>
          </div>
        )}
        {specs.map((spec) => (
          <FormField
            key={spec.field}
            row={row}
            spec={spec}
            words={words}
            people={people.get(`${rowKey}/${spec.field}`) ?? []}
            commentCount={comments.get(rowKey)?.get(spec.field) ?? 0}
            findings={findings.filter((finding) => finding.field === spec.field)}
            editing={editing?.spec === spec ? editing : null}
            onOpen={isOpenable ? () => open(spec) : null}
            onClose={(move) => close(spec, move)}
          />
        ))}
        <Deviation row={row} words={words} />
      </div>
    </section>
  );
}

function buildEditing(row: Row, spec: FieldSpec | undefined): Editing | null {
  return spec === undefined ? null : { row, column: spec.field, spec, isTyped: false };
}

/** The number that counts itself; nothing while one of its two sides is empty. */
function Deviation({ row, words }: { row: Row; words: GridWords }) {
  const minor = computeRowDeviation(row);
  if (minor === null) return null;
  return (
    <div className={classes.field}>
      <p className={classes.fieldLabel}>{words.columnTitle('deviation')}</p>
      <p className={classes.fieldValue}>{formatMoney(minor, { unit: 'none' })}</p>
    </div>
  );
}
