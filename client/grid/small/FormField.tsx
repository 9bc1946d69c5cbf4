import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import type { Finding } from '#shared/checks/Finding.ts';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ChoiceLabel } from '../CellTexts.ts';
import type { CellPerson } from '../cells/groupPeopleByCell.ts';
import type { Editing } from '../editors/Editing.ts';
import { EditorOf } from '../editors/EditorOf.tsx';
import editorClasses from '../editors/editors.module.css';
import type { FieldSpec } from '../fields.ts';
import type { GridMove } from '../GridCell.ts';
import type { GridWords } from '../GridWords.ts';
import { CommentCount } from './CommentCount.tsx';
import { PeopleMarks } from './PeopleMarks.tsx';
import classes from './small.module.css';

type Props = {
  row: Row;
  spec: FieldSpec;
  words: GridWords & { choiceLabel: ChoiceLabel };
  people: readonly CellPerson[];
  findings: readonly Finding[];
  /** Open comments about the cell. */
  commentCount: number;
  /** While it is open for typing. */
  editing: Editing | null;
  /** Null when it may only be read. */
  onOpen: (() => void) | null;
  onClose(move: GridMove | null): void;
};

/** One value of the row with its name: read, or touched to be changed. */
export function FormField(props: Props) {
  const { row, spec, words, editing, onOpen } = props;
  const { t } = useTranslation('small');
  const value = words.texts.cell(row, spec);
  const label = words.columnTitle(spec.field);
  if (editing !== null) return <OpenField {...props} editing={editing} label={label} />;
  const content = (
    <>
      <FieldLabel label={label} people={props.people} />
      <span className={classes.fieldValue} data-value data-empty={value === '' || undefined}>
        {value || t('form.empty')}
      </span>
      <FieldFindings findings={props.findings} />
      <CommentCount count={props.commentCount} />
    </>
  );
  if (onOpen === null)
    return (
      <div className={classes.field} data-field={spec.field} tabIndex={-1}>
        {content}
      </div>
    );
  return (
    <button type="button" className={classes.fieldButton} data-field={spec.field} onClick={onOpen}>
      {content}
    </button>
  );
}

function OpenField({ editing, label, words, people, onClose }: Props & { editing: Editing; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLDivElement>(null);
  // What closes above it has moved it.
  useLayoutEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={element} className={classes.field}>
      <FieldLabel label={label} people={people} />
      <div ref={box} className={editorClasses.box} data-layout="form">
        <EditorOf
          box={box}
          layout="form"
          onFill={null}
          editing={editing}
          words={words}
          label={label}
          onClose={onClose}
          onTyped={() => undefined}
          onRestoring={() => undefined}
        />
      </div>
    </div>
  );
}

function FieldLabel({ label, people }: { label: string; people: readonly CellPerson[] }) {
  return (
    <span className={classes.fieldLabel}>
      <span>{label}</span>
      <PeopleMarks people={people} />
    </span>
  );
}

function FieldFindings({ findings }: { findings: readonly Finding[] }) {
  const language = useLanguage();
  return findings.map((finding) => (
    <span key={finding.code} className={classes.finding} data-severity={finding.severity}>
      {finding.severity === 'error' ? (
        <IconCircleX size={14} aria-hidden />
      ) : (
        <IconAlertTriangle size={14} aria-hidden />
      )}
      <span>{formatFinding(finding, language)}</span>
    </span>
  ));
}
