import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareTexts, shortenParts } from '#shared/compare/compareTexts.ts';
import type { EditorProps } from '../editors/EditorProps.ts';
import type { CellStanding } from './CellStanding.ts';
import { ComparedText } from './ComparedText.tsx';
import classes from './conflict.module.css';

/** So much of an unchanged text stands beside a changed word. */
const around = 28;

type Props = { editor: Pick<EditorProps, 'editing' | 'words'>; standing: CellStanding };

/** One line on a change that has just arrived: who, what was there, what is there. */
export function ChangeLine({ editor, standing }: Props) {
  const { t } = useTranslation('conflict');
  const { row, spec } = editor.editing;
  const was = editor.words.texts.cell(row, spec);
  const now = editor.words.texts.cell(standing.row, spec);
  const isLong = spec.kind === 'long';
  const parts = useMemo(
    () => (isLong ? shortenParts(compareTexts(was, now), around) : []),
    [isLong, was, now],
  );
  return (
    <p className={classes.note}>
      <strong>
        {standing.author === null ? t('note.changed') : t('note.changedBy', { name: standing.author })}
      </strong>{' '}
      {isLong ? (
        <ComparedText parts={parts} />
      ) : (
        <>
          <span className="visually-hidden">{t('note.was')} </span>
          <del>{was || t('empty')}</del> <span aria-hidden>→</span>{' '}
          <span className="visually-hidden">{t('note.now')} </span>
          <ins>{now || t('empty')}</ins>
        </>
      )}
    </p>
  );
}
