import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './editors.module.css';
import { insertText } from './insertText.ts';
import type { TextEditing } from './useTextEditing.ts';

type Props = { editing: TextEditing; isLong: boolean; onDone(): void };

/** What a keyboard does by Enter, Alt+Enter and Esc, for fingers; hidden where there is a mouse. */
export function EditorButtons({ editing, isLong, onDone }: Props) {
  const { t } = useTranslation('conflict');
  const { commit, field } = editing;
  return (
    <div className={classes.touchButtons}>
      <Button size="sm" onClick={onDone}>
        {t('touch.done')}
      </Button>
      {isLong && (
        <Button
          size="sm"
          variant="default"
          className={classes.newLine}
          onClick={() => {
            if (field.ref.current !== null) insertText(field.ref.current, '\n');
          }}
        >
          {t('touch.newLine')}
        </Button>
      )}
      <Button size="sm" variant="default" onClick={commit.cancel}>
        {t('touch.cancel')}
      </Button>
    </div>
  );
}
