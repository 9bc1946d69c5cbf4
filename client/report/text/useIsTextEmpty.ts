import { useEffect, useState } from 'react';
import type { NarrativeView } from '#client/sync/NarrativeSession.ts';
import { isNarrativeEmpty } from '#shared/narrative/readNarrative.ts';

/** Whether a direction has no text yet, so that its numbers are printed instead. */
export function useIsTextEmpty(doc: NarrativeView['doc']): boolean {
  const [isEmpty, setIsEmpty] = useState(() => isNarrativeEmpty(doc));
  useEffect(() => {
    const read = () => setIsEmpty(isNarrativeEmpty(doc));
    read();
    doc.on('update', read);
    return () => doc.off('update', read);
  }, [doc]);
  return isEmpty;
}
