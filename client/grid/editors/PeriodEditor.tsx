import { ActionIcon } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { formatPeriod } from '#shared/language/periodText.ts';
import { Period } from '#shared/model/period.ts';
import { EditorBelow } from './EditorBelow.tsx';
import type { EditorProps } from './EditorProps.ts';
import classes from './editors.module.css';
import { useTextEditing } from './useTextEditing.ts';

const PeriodCalendar = lazy(() =>
  import('./PeriodCalendar.tsx').then((module) => ({ default: module.PeriodCalendar })),
);

/** A day or a span: typed as people write it, or chosen in the calendar below. */
export function PeriodEditor(props: EditorProps) {
  const { t } = useTranslation('conflict');
  const language = useLanguage();
  const belowId = useId();
  const [isOpen, setOpen] = useState(false);
  const editing = useTextEditing({
    ...props,
    describedBy: belowId,
    onOpen: () => setOpen(true),
  });
  const { commit, text, setText, focus } = editing;
  const parsed = props.parse(text);
  const close = () => {
    setOpen(false);
    focus();
  };
  return (
    <>
      <div className={classes.lineBox} data-editor>
        <input {...editing.field} className={classes.line} enterKeyHint="next" />
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.calendarButton}
          tabIndex={-1}
          aria-label={t('calendar.open')}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          <IconCalendar size={16} aria-hidden />
        </ActionIcon>
      </div>
      <EditorBelow id={belowId} editor={props} editing={editing}>
        {isOpen && (
          <Suspense>
            <PeriodCalendar
              value={parsed.ok && parsed.value !== null ? Period.parse(parsed.value) : null}
              onPick={(period) => {
                if (commit.problem !== null) commit.dismiss();
                setText(formatPeriod(period, language).replaceAll('\u00A0', ' '));
                close();
              }}
              onClose={close}
            />
          </Suspense>
        )}
      </EditorBelow>
    </>
  );
}
