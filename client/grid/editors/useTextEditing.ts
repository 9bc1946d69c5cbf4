import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { GridMove } from '../GridCell.ts';
import type { EditorProps } from './EditorProps.ts';
import { insertText } from './insertText.ts';
import { printToday } from './printToday.ts';
import { type EditorKey, readEditorKey } from './readEditorKey.ts';
import { useCellCommit } from './useCellCommit.ts';
import { useLeaving } from './useLeaving.ts';

type Options = EditorProps & {
  /** Ids of what describes the field. */
  describedBy: string | undefined;
  /** F4 or Alt+↓, where something can be opened. */
  onOpen?: () => void;
};

/** What all editors of text have in common: the text, its keys, and how it is left. */
export function useTextEditing({ describedBy, onOpen, ...props }: Options) {
  const { box, editing, watch, layout, label, initialText, parse, onTyped, onKept, onPageHide } = props;
  const commit = useCellCommit(props);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [text, setText] = useState(editing.isTyped ? '' : initialText);
  const [isTouched, setTouched] = useState(false);
  const [isEntering, setEntering] = useState(editing.isTyped && layout === 'cell');
  const isLong = editing.spec.kind === 'long';

  // Before the browser puts the first letter in, so that it goes here.
  useLayoutEffect(() => {
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const change = (typed: string) => {
    setText(typed);
    setTouched(true);
    if (commit.problem?.kind === 'invalid') commit.dismiss();
    onTyped();
  };

  /** Untouched is unchanged, also where what stands there would not be accepted today. */
  const isNothingTyped = () => !isTouched || (text === initialText && !watch.readNow().isChanged);

  const finish = (move: GridMove | null): boolean => {
    if (isNothingTyped()) {
      commit.leave(move);
      return true;
    }
    const isDone = commit.commit(parse(text), move);
    // Arrows are needed to mend the text.
    if (!isDone) setEntering(false);
    return isDone;
  };

  const fill = () => {
    if (isNothingTyped()) {
      commit.leave('stay');
      props.onFill?.(null);
    } else if (!commit.fill(parse(text), text)) setEntering(false);
  };

  useLeaving({
    box,
    layout,
    isUnsaved: () => !commit.isClosed() && isTouched && text !== initialText,
    tryLeave: () => finish(null),
    onPageHide: () => onPageHide(text),
    onTakenAway: () => {
      if (commit.isClosed() || isNothingTyped()) return;
      const problem = commit.commitQuietly(parse(text));
      if (problem !== null) onKept(text, problem);
    },
  });

  const run = (key: EditorKey) => {
    switch (key.kind) {
      case 'commit':
        finish(key.move);
        break;
      case 'fill':
        fill();
        break;
      case 'cancel':
        commit.cancel();
        break;
      case 'newLine':
        if (input.current !== null) insertText(input.current, '\n');
        break;
      case 'today':
        if (input.current !== null) insertText(input.current, printToday());
        break;
      case 'mode':
        setEntering((isOn) => !isOn && layout === 'cell');
        break;
      case 'open':
        onOpen?.();
        break;
    }
  };

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const { problem } = commit;
    if (event.code === 'ArrowDown' && problem?.kind === 'invalid' && problem.choices.length > 0) {
      event.preventDefault();
      box.current?.querySelector<HTMLElement>('[role="alert"] button')?.focus();
      return;
    }
    const key = readEditorKey(event.nativeEvent, { isLong, isEntering, isForm: layout === 'form' });
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    run(key);
  };

  return {
    commit,
    text,
    /** Whether arrows leave the cell. */
    isEntering,
    setText: change,
    focus: () => input.current?.focus(),
    finish,
    field: {
      ref: input,
      value: text,
      'aria-label': label,
      'aria-invalid': commit.problem?.kind === 'invalid' || undefined,
      'aria-describedby': describedBy,
      onChange: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
      onKeyDown: handleKey,
      // As in a spreadsheet, who points into the text wants to move in it.
      onPointerDown: () => setEntering(false),
      spellCheck: isLong,
      autoComplete: 'off',
      autoCorrect: 'off',
      autoCapitalize: isLong ? 'sentences' : 'off',
    },
  };
}

export type TextEditing = ReturnType<typeof useTextEditing>;
