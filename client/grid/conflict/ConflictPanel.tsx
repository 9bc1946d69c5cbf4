import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../editors/EditorProps.ts';
import editorClasses from '../editors/editors.module.css';
import { Question } from '../editors/Question.tsx';
import type { CellCommit } from '../editors/useCellCommit.ts';
import type { CellParse } from '../parseCell.ts';
import { readCellValue } from '../readCell.ts';
import classes from './conflict.module.css';
import { MergeChoice } from './MergeChoice.tsx';

type Props = {
  editor: EditorProps;
  commit: CellCommit;
  /** One's own value as text, and as read. */
  text: string;
  parsed: CellParse;
  onBack(): void;
};

/** Two values for one cell: both are shown as they stand now, and the person picks, or merges words. */
export function ConflictPanel({ editor, commit, text, parsed, onBack }: Props) {
  const { t } = useTranslation('conflict');
  const { words, editing } = editor;
  const { standing } = commit;
  const theirs = words.texts.cell(standing.row, editing.spec);
  const agreed = readCellValue(standing.row, editing.spec.field);
  const theirsTitle = standing.author === null ? t('theirs') : t('theirsBy', { name: standing.author });
  const isLong = editing.spec.kind === 'long';
  const pick = (
    <>
      <Button size="compact-sm" variant="default" onClick={() => commit.commit(parsed, 'stay', agreed)}>
        {t('keepMine')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={commit.cancel}>
        {t('keepTheirs')}
      </Button>
    </>
  );
  return (
    <Question title={t('title')} isWide={isLong} onBack={onBack} onEscape={onBack}>
      {isLong ? (
        <MergeChoice
          base={words.texts.cell(editing.row, editing.spec)}
          theirs={theirs}
          theirsTitle={theirsTitle}
          mine={text}
          parse={editor.parse}
          onSave={(merged) => commit.commit(merged, 'stay', agreed)}
        >
          {pick}
        </MergeChoice>
      ) : (
        <>
          <dl className={classes.sides}>
            <dt>{theirsTitle}</dt>
            <dd>{theirs || t('empty')}</dd>
            <dt>{t('mine')}</dt>
            <dd>{text || t('empty')}</dd>
          </dl>
          <div className={editorClasses.buttons}>{pick}</div>
        </>
      )}
    </Question>
  );
}
