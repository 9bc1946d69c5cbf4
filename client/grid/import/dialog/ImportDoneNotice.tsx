import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WriteOutcome } from '#client/sync/history/ReportWriter.ts';
import { TakeBackLine } from '../../work/TakeBackLine.tsx';
import type { ImportEdits } from '../write/buildImportEdits.ts';

type Props = { edits: ImportEdits; outcome: WriteOutcome; onTakenBack(): void };

/** What came of an import, in numbers, and the way back. */
export function ImportDoneNotice({ edits, outcome, onTakenBack }: Props) {
  const { t } = useTranslation('imports');
  const { changedCount, addedCount, deletedCount, leftCount } = edits;
  const { end, done, total } = outcome;
  const parts = [
    changedCount > 0 && t('done.changed', { count: changedCount }),
    addedCount > 0 && t('done.added', { count: addedCount }),
    deletedCount > 0 && t('done.deleted', { count: deletedCount }),
    leftCount > 0 && t('done.left', { count: leftCount }),
  ].filter((part) => part !== false);
  const words = parts.join(', ');
  return (
    <>
      <Text size="sm" c="var(--mantine-color-text)">
        {end === 'done'
          ? `${words.charAt(0).toLocaleUpperCase('uk')}${words.slice(1)}.`
          : t(`done.ends.${end}`, { done, total })}
      </Text>
      <TakeBackLine
        outcome={outcome}
        label={t('done.undo')}
        hint={t('done.undoHint')}
        onTakenBack={onTakenBack}
      />
    </>
  );
}
