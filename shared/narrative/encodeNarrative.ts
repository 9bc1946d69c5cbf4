import * as Y from 'yjs';
import type { Narrative } from './Narrative.ts';
import { appendNarrative } from './writeNarrative.ts';

/** A text as one update of an empty document: nothing of who wrote it when comes along. */
export function encodeNarrative(narrative: Narrative): Uint8Array {
  const doc = new Y.Doc();
  try {
    appendNarrative(doc, narrative);
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}
