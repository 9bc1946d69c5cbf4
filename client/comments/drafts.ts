import { useState } from 'react';
import { createId } from '#shared/model/ids.ts';

/** For as long as the page is open: what is typed is not lost by a look at another cell. */
const drafts = new Map<string, string>();

const keys = new Map<string, string>();

/** Of the next comment that is sent from here: the same until {@link forgetKey}, so that one is not written twice. */
export function keyOfDraft(name: string): string {
  const key = keys.get(name) ?? createId();
  keys.set(name, key);
  return key;
}

/** It was written; the next one is another, whatever it says. */
export function forgetKey(name: string): void {
  keys.delete(name);
}

/** A text under a name; mount it anew (by `key`) for another name. Forgotten when it is empty. */
export function useDraft(name: string, initial: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(name) ?? initial);
  return [
    text,
    (next) => {
      setText(next);
      if (next === '') drafts.delete(name);
      else drafts.set(name, next);
    },
  ];
}
