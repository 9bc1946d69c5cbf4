import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { EditorProps } from '../editors/EditorProps.ts';
import type { CellCommit } from '../editors/useCellCommit.ts';
import { ChangeLine } from './ChangeLine.tsx';
import classes from './conflict.module.css';

type Props = { editor: EditorProps; commit: CellCommit };

/** What others do to the cell while it is being edited, as it happens. Said aloud, and in nobody's way. */
export function EditorNotes({ editor, commit }: Props) {
  const { t } = useTranslation('conflict');
  const errorText = useErrorText();
  const { structure } = useReport();
  const { standing, problem } = commit;
  const { typists, isDeleted, isChanged, lock, row } = standing;
  const isAsked = problem !== null && problem.kind !== 'invalid';
  const isGone = !structure.organisations.some(({ id }) => id === row.organisationId);
  return (
    <div className={classes.notes} role="status">
      {typists.length > 0 && (
        <p className={classes.note}>
          {t('note.typing', { count: typists.length, names: typists.join(', ') })}
        </p>
      )}
      {!isAsked && isChanged && !isDeleted && <ChangeLine editor={editor} standing={standing} />}
      {!isAsked && isDeleted && (
        <p className={classes.note}>{t(isGone ? 'note.organisationGone' : 'note.deleted')}</p>
      )}
      {!isAsked && lock !== null && !isGone && (
        <p className={classes.note}>
          {errorText(lock)} {t('note.kept')}
        </p>
      )}
    </div>
  );
}
