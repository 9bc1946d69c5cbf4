import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useCopy } from '#client/ui/useCopy.ts';
import classes from './editors.module.css';
import type { CellCommit, EditorProblem } from './useCellCommit.ts';

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
export function EditorProblemPanel({ id, problem, text, commit, onChoose, onBack }: Props) {
  const { t } = useTranslation('grid');
  const errorText = useErrorText();
  const { isCopied, copy } = useCopy();
  const panel = useRef<HTMLDivElement>(null);
  const needsAnswer = problem.kind !== 'invalid';

  useEffect(() => {
    if (needsAnswer) panel.current?.focus();
  }, [needsAnswer]);

  const handleKey = (event: KeyboardEvent) => {
    if (event.code === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (problem.kind === 'invalid' || problem.kind === 'conflict') onBack();
      else commit.cancel();
    }
    if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      event.preventDefault();
      moveBetweenButtons(panel.current, event.code === 'ArrowDown' ? 1 : -1, onBack);
    }
  };
  const copyButton = (
    <Button size="compact-sm" variant="default" onClick={() => void copy(text)}>
      {isCopied ? t('edit.copied') : t('edit.copy')}
    </Button>
  );

  return (
    <div
      ref={panel}
      id={id}
      className={classes.problem}
      role={needsAnswer ? 'alertdialog' : 'alert'}
      aria-label={needsAnswer ? titleOf(problem) : undefined}
      tabIndex={-1}
      onKeyDown={handleKey}
    >
      {problem.kind === 'invalid' && (
        <>
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
        </>
      )}
      {problem.kind === 'conflict' && (
        <>
          <p className={classes.problemTitle}>{t('edit.conflictTitle')}</p>
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
            {copyButton}
          </div>
        </>
      )}
      {problem.kind === 'deleted' && (
        <>
          <p className={classes.problemTitle}>{t('edit.deletedTitle')}</p>
          <p>{t('edit.deletedText')}</p>
          <KeptValue text={text} />
          <div className={classes.buttons}>
            {copyButton}
            <Button size="compact-sm" variant="default" onClick={commit.cancel}>
              {t('edit.discard')}
            </Button>
          </div>
        </>
      )}
      {problem.kind === 'refused' && (
        <>
          <p className={classes.problemTitle}>{t('edit.refusedTitle')}</p>
          <p>{errorText(problem.error)}</p>
          <KeptValue text={text} />
          <div className={classes.buttons}>
            {copyButton}
            <Button size="compact-sm" variant="default" onClick={commit.cancel}>
              {t('edit.discard')}
            </Button>
          </div>
        </>
      )}
    </div>
  );

  function titleOf({ kind }: EditorProblem): string {
    if (kind === 'conflict') return t('edit.conflictTitle');
    return kind === 'deleted' ? t('edit.deletedTitle') : t('edit.refusedTitle');
  }
}

function KeptValue({ text }: { text: string }) {
  return <p className={classes.kept}>{text}</p>;
}

function moveBetweenButtons(panel: HTMLElement | null, step: number, leave: () => void): void {
  const buttons = [...(panel?.querySelectorAll('button') ?? [])];
  const place = buttons.findIndex((button) => button === document.activeElement);
  if (place < 0 && step < 0) return;
  if (place + step < 0) leave();
  else buttons[Math.min(buttons.length - 1, place + step)]?.focus();
}
