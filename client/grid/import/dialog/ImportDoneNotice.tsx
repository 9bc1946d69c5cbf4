import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WriteOutcome } from '#client/sync/history/ReportWriter.ts';
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
      {done > 0 && (
        <Group gap="xs" mt={4}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void outcome.takeBack().then(onTakenBack)}
          >
            {t('done.undo')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('done.undoHint')}
          </Text>
        </Group>
      )}
    </>
  );
}
