import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconTrash } from '@tabler/icons-react';
import classes from '../GridPage.module.css';

const icons = { undo: IconArrowBackUp, redo: IconArrowForwardUp, delete: IconTrash } as const;

type Props = { kind: keyof typeof icons; label: string; isDisabled: boolean; onClick(): void };

/** A button of the toolbar that is only a picture; its words are said and shown on hover. */
export function ToolIcon({ kind, label, isDisabled, onClick }: Props) {
  const Icon = icons[kind];
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        // Not `disabled`, which would drop the focus of whoever has just used it for the last time.
        aria-disabled={isDisabled}
        className={isDisabled ? classes.toolOff : ''}
        onClick={isDisabled ? undefined : onClick}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
