import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useCopy } from '#client/ui/useCopy.ts';
import { ConflictPanel } from '../conflict/ConflictPanel.tsx';
import type { CellParse } from '../parseCell.ts';
import type { EditorProps } from './EditorProps.ts';
import classes from './editors.module.css';
import { Question } from './Question.tsx';
import type { CellCommit, EditorProblem } from './useCellCommit.ts';
import { usePanelKeys } from './usePanelKeys.ts';

type Props = {
  editor: EditorProps;
  problem: EditorProblem;
  /** What the person typed or chose, as text and as read. */
  text: string;
  parsed: CellParse;
  commit: CellCommit;
  /** Takes one of the readings of an ambiguous text. */
  onChoose(text: string): void;
  onBack(): void;
};

/** Hangs below an editor that could not close: what is wrong, what is kept, what to do. */
export function EditorProblemPanel(props: Props) {
  const { problem, onBack } = props;
  const { t } = useTranslation('conflict');
  switch (problem.kind) {
    case 'invalid':
      return <InvalidPanel {...props} problem={problem} />;
    case 'conflict':
      return <ConflictPanel {...props} />;
    case 'deleted':
      return <DeletedPanel {...props} />;
    case 'locked':
      return <LockedPanel {...props} problem={problem} />;
    case 'busy':
      return (
        <Question title={t('busy.title')} onBack={onBack} onEscape={onBack}>
          <p>{t('busy.text')}</p>
          <div className={classes.buttons}>
            <Button size="compact-sm" variant="default" onClick={onBack}>
              {t('busy.back')}
            </Button>
          </div>
        </Question>
      );
  }
}

type InvalidProps = Props & { problem: EditorProblem & { kind: 'invalid' } };

/** The focus stays in the text: it is the text that has to change. */
function InvalidPanel({ problem, onChoose, onBack }: InvalidProps) {
  const { t } = useTranslation('grid');
  const errorText = useErrorText();
  const panel = useRef<HTMLDivElement>(null);
  usePanelKeys(panel, { onBack, onEscape: onBack });
  return (
    <div ref={panel} className={classes.problem} role="alert">
      <p>{errorText(problem.error)}</p>
      {problem.choices.length > 0 && (
        <fieldset className={classes.choices}>
          <legend className="visually-hidden">{t('edit.choicesLabel')}</legend>
          {problem.choices.map((choice) => (
            <Button key={choice} size="compact-sm" variant="filled" onClick={() => onChoose(choice)}>
              {choice}
            </Button>
          ))}
          <span className={classes.hint}>{t('edit.choicesHint')}</span>
        </fieldset>
      )}
    </div>
  );
}

/** The row can come back as it last was, with the draft in the cell. */
function DeletedPanel({ text, parsed, commit, onBack }: Props) {
  const { t } = useTranslation('conflict');
  const hasFlaws = Object.keys(commit.standing.row.flaws).length > 0;
  return (
    <Question title={t('deleted.title')} onBack={onBack} onEscape={onBack}>
      <p>{t('deleted.text')}</p>
      {hasFlaws && <p>{t('deleted.flaws')}</p>}
      <p className={classes.kept}>{text || t('empty')}</p>
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="filled" onClick={() => commit.restore(parsed)}>
          {t('deleted.restore')}
        </Button>
        <CopyButton text={text} />
        <Button size="compact-sm" variant="default" onClick={commit.cancel}>
          {t('discard')}
        </Button>
      </div>
    </Question>
  );
}

type LockedProps = Props & { problem: EditorProblem & { kind: 'locked' } };

function LockedPanel({ problem, text, commit, onBack }: LockedProps) {
  const { t } = useTranslation('conflict');
  const errorText = useErrorText();
  const { structure } = useReport();
  const { organisationId } = commit.standing.row;
  const isGone = !structure.organisations.some(({ id }) => id === organisationId);
  return (
    <Question title={t('locked.title')} onBack={onBack} onEscape={onBack}>
      <p>{isGone ? t('note.organisationGone') : errorText(problem.error)}</p>
      <p className={classes.kept}>{text || t('empty')}</p>
      <div className={classes.buttons}>
        <CopyButton text={text} />
        <Button size="compact-sm" variant="default" onClick={commit.cancel}>
          {t('discard')}
        </Button>
      </div>
    </Question>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('conflict');
  const { isCopied, copy } = useCopy();
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy(text)}>
      {isCopied ? t('copied') : t('copy')}
    </Button>
  );
}
