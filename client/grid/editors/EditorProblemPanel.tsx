import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useCopy } from '#client/ui/useCopy.ts';
import classes from './editors.module.css';
import type { CellCommit, EditorProblem } from './useCellCommit.ts';
import { usePanelKeys } from './usePanelKeys.ts';

type Props = {
  id: string;
  problem: EditorProblem;
  /** What the person typed, as text. */
  text: string;
  commit: CellCommit;
  /** Takes one of the readings of an ambiguous text. */
  onChoose(text: string): void;
  onBack(): void;
};

/** Hangs below an editor that could not close: what is wrong, what is kept, what to do. */
export function EditorProblemPanel(props: Props) {
  const { id, problem, text, commit, onBack } = props;
  const { t } = useTranslation('grid');
  const errorText = useErrorText();
  switch (problem.kind) {
    case 'invalid':
      return <InvalidPanel {...props} problem={problem} />;
    case 'conflict':
      return (
        <Question id={id} title={t('edit.conflictTitle')} onBack={onBack} onEscape={onBack}>
          <p>{t('edit.conflictText')}</p>
          <dl className={classes.values}>
            <dt>{t('edit.theirs')}</dt>
            <dd>{problem.theirs || t('edit.emptyValue')}</dd>
            <dt>{t('edit.mine')}</dt>
            <dd>{text || t('edit.emptyValue')}</dd>
          </dl>
          <div className={classes.buttons}>
            <Button size="compact-sm" variant="default" onClick={commit.insist}>
              {t('edit.keepMine')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={commit.cancel}>
              {t('edit.takeTheirs')}
            </Button>
          </div>
        </Question>
      );
    case 'deleted':
    case 'refused': {
      const isDeleted = problem.kind === 'deleted';
      const title = isDeleted ? t('edit.deletedTitle') : t('edit.refusedTitle');
      return (
        <Question id={id} title={title} onBack={onBack} onEscape={commit.cancel}>
          <p>{isDeleted ? t('edit.deletedText') : errorText(problem.error)}</p>
          <p className={classes.kept}>{text}</p>
          <div className={classes.buttons}>
            <CopyButton text={text} />
            <Button size="compact-sm" variant="default" onClick={commit.cancel}>
              {t('edit.discard')}
            </Button>
          </div>
        </Question>
      );
    }
  }
}

type InvalidProps = Props & { problem: EditorProblem & { kind: 'invalid' } };

/** The focus stays in the text: it is the text that has to change. */
function InvalidPanel({ id, problem, onChoose, onBack }: InvalidProps) {
  const { t } = useTranslation('grid');
  const errorText = useErrorText();
  const panel = useRef<HTMLDivElement>(null);
  usePanelKeys(panel, { onBack, onEscape: onBack });
  return (
    <div ref={panel} id={id} className={classes.problem} role="alert">
      <p>{errorText(problem.error)}</p>
      {problem.choices.length > 0 && (
        <fieldset className={classes.choices}>
          <legend className="visually-hidden">{t('edit.choicesLabel')}</legend>
          {problem.choices.map((choice) => (
            <Button key={choice} size="compact-sm" variant="light" onClick={() => onChoose(choice)}>
              {choice}
            </Button>
          ))}
          <span className={classes.hint}>{t('edit.choicesHint')}</span>
        </fieldset>
      )}
    </div>
  );
}

type QuestionProps = {
  id: string;
  title: string;
  onBack(): void;
  onEscape(): void;
  children: ReactNode;
};

/** Takes the focus, but no button has it yet: a repeated Enter must decide nothing. */
function Question({ id, title, onBack, onEscape, children }: QuestionProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  usePanelKeys(panel, { onBack, onEscape });
  return (
    <div ref={panel} id={id} className={classes.problem} role="alertdialog" aria-label={title} tabIndex={-1}>
      <p className={classes.problemTitle}>{title}</p>
      {children}
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('grid');
  const { isCopied, copy } = useCopy();
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy(text)}>
      {isCopied ? t('edit.copied') : t('edit.copy')}
    </Button>
  );
}
