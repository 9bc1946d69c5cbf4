import { useState } from 'react';

/** For as long as the page is open: what is typed is not lost by a look at another cell. */
const drafts = new Map<string, string>();

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
