import type { ReactNode } from 'react';
import { EditorNotes } from '../conflict/EditorNotes.tsx';
import { EditorButtons } from './EditorButtons.tsx';
import { EditorProblemPanel } from './EditorProblemPanel.tsx';
import type { EditorProps } from './EditorProps.ts';
import classes from './editors.module.css';
import type { TextEditing } from './useTextEditing.ts';

type Props = {
  id: string;
  editor: EditorProps;
  editing: TextEditing;
  /** What hangs there while nothing has to be decided. */
  children?: ReactNode;
};

/** What hangs below an editor of text: what others do, and why it could not close. */
export function EditorBelow({ id, editor, editing, children }: Props) {
  const { commit, text, setText, focus, finish } = editing;
  return (
    <div id={id} className={classes.below} data-below>
      <EditorNotes editor={editor} commit={commit} />
      {commit.problem !== null && (
        <EditorProblemPanel
          editor={editor}
          problem={commit.problem}
          text={text}
          parsed={editor.parse(text)}
          commit={commit}
          onChoose={(choice) => {
            setText(choice);
            commit.commit(editor.parse(choice), 'down');
          }}
          onBack={() => {
            commit.dismiss();
            focus();
          }}
        />
      )}
      {commit.problem === null && children}
      {(commit.problem === null || commit.problem.kind === 'invalid') && (
        <EditorButtons
          editing={editing}
          isLong={editor.editing.spec.kind === 'long'}
          onDone={() => finish('stay')}
        />
      )}
    </div>
  );
}
