import { Button, Group, Text } from '@mantine/core';
import type { WriteOutcome } from '#client/sync/history/ReportWriter.ts';
import { useTakeBack } from './useTakeBack.ts';

type Props = { outcome: WriteOutcome; label: string; hint: string; onTakenBack(): void };

/** The way back of what was written; nothing where nothing was. */
export function TakeBackLine({ outcome, label, hint, onTakenBack }: Props) {
  const takeBack = useTakeBack(outcome.takeBack, onTakenBack);
  if (outcome.done === 0) return null;
  return (
    <Group gap="xs" mt={4}>
      <Button size="compact-sm" variant="default" onClick={takeBack}>
        {label}
      </Button>
      <Text size="xs" c="dimmed">
        {hint}
      </Text>
    </Group>
  );
}
