import { Button } from '@mantine/core';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { compareTexts } from '#shared/compare/compareTexts.ts';
import editorClasses from '../editors/editors.module.css';
import type { CellParse } from '../parseCell.ts';
import { ComparedText } from './ComparedText.tsx';
import classes from './conflict.module.css';
import { mergeTexts } from './mergeTexts.ts';

type Props = {
  /** As it was when both began. */
  base: string;
  theirs: string;
  theirsTitle: string;
  mine: string;
  parse(text: string): CellParse;
  onSave(merged: CellParse): void;
  /** Buttons that take one of the two as it is. */
  children: ReactNode;
};

/** Both texts with what each has changed, and a proposal that has both changes, to be mended before it is saved. */
export function MergeChoice({ base, theirs, theirsTitle, mine, parse, onSave, children }: Props) {
  const { t } = useTranslation('conflict');
  const errorText = useErrorText();
  const id = useId();
  const theirParts = useMemo(() => compareTexts(base, theirs), [base, theirs]);
  const myParts = useMemo(() => compareTexts(base, mine), [base, mine]);
  const proposal = useMemo(() => mergeTexts(base, theirs, mine), [base, theirs, mine]);
  const [merged, setMerged] = useState({ text: proposal.text, theirs });
  if (merged.theirs !== theirs) {
    // They went on typing: what was mended here stays, and theirs comes in anew.
    setMerged({ text: mergeTexts(merged.theirs, theirs, merged.text).text, theirs });
  }
  const parsed = parse(merged.text);
  return (
    <>
      <dl className={classes.texts}>
        <div>
          <dt>{theirsTitle}</dt>
          <dd className={classes.compared}>
            {theirs === '' ? t('empty') : <ComparedText parts={theirParts} />}
          </dd>
        </div>
        <div>
          <dt>{t('mine')}</dt>
          <dd className={classes.compared}>{mine === '' ? t('empty') : <ComparedText parts={myParts} />}</dd>
        </div>
        <div>
          <dt>
            <label htmlFor={id}>{t('merged')}</label>
          </dt>
          <dd>
            <textarea
              id={id}
              className={classes.merged}
              rows={3}
              value={merged.text}
              aria-describedby={`${id}-hint`}
              spellCheck
              autoCorrect="off"
              onChange={(event) => setMerged({ text: event.currentTarget.value, theirs })}
            />
            <p id={`${id}-hint`} className={classes.hint}>
              {parsed.ok
                ? proposal.overlapCount > 0 && t('overlap', { count: proposal.overlapCount })
                : errorText(parsed.error)}
            </p>
          </dd>
        </div>
      </dl>
      <div className={editorClasses.buttons}>
        <Button size="compact-sm" variant="filled" disabled={!parsed.ok} onClick={() => onSave(parsed)}>
          {t('saveMerged')}
        </Button>
        {children}
      </div>
    </>
  );
}
