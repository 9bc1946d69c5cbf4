import { useId } from 'react';
import { isNumberKind } from '../fields.ts';
import { EditorBelow } from './EditorBelow.tsx';
import type { EditorProps } from './EditorProps.ts';
import classes from './editors.module.css';
import { useTextEditing } from './useTextEditing.ts';

/** One line: money, counts, codes and links. */
export function TextEditor(props: EditorProps) {
  const belowId = useId();
  const editing = useTextEditing({ ...props, describedBy: belowId });
  const { kind } = props.editing.spec;
  const isNumber = isNumberKind(kind);
  return (
    <>
      <div className={classes.lineBox} data-editor>
        <input
          {...editing.field}
          className={isNumber ? `${classes.line} ${classes.right}` : classes.line}
          inputMode={kind === 'count' ? 'numeric' : isNumber ? 'decimal' : 'text'}
          enterKeyHint="next"
        />
      </div>
      <EditorBelow id={belowId} editor={props} editing={editing} />
    </>
  );
}
