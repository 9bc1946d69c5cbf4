import { useId, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorBelow } from './EditorBelow.tsx';
import type { EditorProps } from './EditorProps.ts';
import classes from './editors.module.css';
import { useTextEditing } from './useTextEditing.ts';

/** Words, in as many lines as they need: it grows with them, and never past the window. */
export function LongTextEditor(props: EditorProps) {
  const { t } = useTranslation('conflict');
  const belowId = useId();
  const hintId = useId();
  const editing = useTextEditing({ ...props, describedBy: `${hintId} ${belowId}` });
  const { field, isEntering } = editing;

  // At every drawing: the text has changed, or the width of its lines.
  useLayoutEffect(() => {
    const area = field.ref.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  });

  return (
    <>
      <div className={classes.longBox} data-editor>
        <textarea {...field} className={classes.long} rows={props.layout === 'form' ? 4 : 3} />
        <p id={hintId} className={classes.longHint}>
          {props.layout === 'form' ? t('hint.form') : t(isEntering ? 'hint.entering' : 'hint.caret')}
        </p>
      </div>
      <EditorBelow id={belowId} editor={props} editing={editing} />
    </>
  );
}
