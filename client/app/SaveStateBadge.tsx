import { Popover, Text, UnstyledButton } from '@mantine/core';
import {
  IconCircleCheck,
  IconCloudOff,
  IconCloudUpload,
  IconEye,
  IconLoader2,
  IconLockExclamation,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSheetNote } from '#client/submission/readSheetNote.ts';
import { useReport, useSaveState } from '#client/sync/ReportContext.tsx';
import type { SaveState } from '#client/sync/SaveState.ts';
import classes from './SaveStateBadge.module.css';

/** Whether what was typed is safe, in words: the one thing that must never be wrong or missing. */
export function SaveStateBadge() {
  const { t } = useTranslation('common');
  const state = useSaveState();
  const isAccepted = useAreAccepted();
  const text = describe(state, isAccepted, t);
  return (
    <>
      <Popover width={320} position="bottom-end" withArrow>
        <Popover.Target>
          <UnstyledButton className={classes.badge} data-state={state.kind}>
            <StateIcon kind={state.kind} />
            <span className={classes.text}>{text}</span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Text size="sm">{t(`save.hint.${state.kind}`)}</Text>
        </Popover.Dropdown>
      </Popover>
      <Announcement state={state} text={text} />
    </>
  );
}

/** Said aloud when it matters: not at each keystroke, which is «saving» for a moment. */
function Announcement({ state, text }: { state: SaveState; text: string }) {
  const [said, setSaid] = useState('');
  const isWorthSaying = state.kind !== 'saving' && state.kind !== 'loading';
  useEffect(() => {
    if (isWorthSaying) setSaid(text);
  }, [isWorthSaying, text]);
  return (
    <span className="visually-hidden" aria-live="polite">
      {said}
    </span>
  );
}

/** Whether every sheet that is locked for this person was accepted. */
function useAreAccepted(): boolean {
  const { structure, session } = useReport();
  const locked = structure.sheets
    .map(({ organisationId, status }) => readSheetNote(session.canWrite(organisationId), status))
    .filter((note) => note === 'lockedAccepted' || note === 'lockedSubmitted');
  return locked.length > 0 && locked.every((note) => note === 'lockedAccepted');
}

function describe(state: SaveState, isAccepted: boolean, t: TFunction<'common'>): string {
  switch (state.kind) {
    case 'loading':
      return t('save.loading');
    case 'saved':
      return t('save.saved');
    case 'saving':
      return t('save.saving', { count: state.count });
    case 'offline':
      return state.count === 0 ? t('save.offline') : t('save.offline_waiting', { count: state.count });
    case 'signed-out':
      return state.count === 0 ? t('save.signedOut') : t('save.signedOut_waiting', { count: state.count });
    case 'other-user':
      return t('save.otherUser');
    case 'read-only':
      return t('save.readOnly', { reason: describeReason(state.reason, isAccepted, t) });
  }
}

function describeReason(reason: string, isAccepted: boolean, t: TFunction<'common'>): string {
  switch (reason) {
    case 'access.sheet-locked':
      return isAccepted ? t('readOnly.accepted') : t('readOnly.locked');
    case 'access.finalised':
      return t('readOnly.finalised');
    case 'access.not-your-sheet':
      return t('readOnly.foreign');
    case 'access.report':
      return t('readOnly.none');
    default:
      return t('readOnly.viewer');
  }
}

const icons = {
  loading: IconLoader2,
  saved: IconCircleCheck,
  saving: IconCloudUpload,
  offline: IconCloudOff,
  'signed-out': IconLockExclamation,
  'other-user': IconLockExclamation,
  'read-only': IconEye,
} as const;

function StateIcon({ kind }: { kind: SaveState['kind'] }) {
  const Icon = icons[kind];
  return <Icon size={17} stroke={1.8} aria-hidden className={classes.icon} />;
}
