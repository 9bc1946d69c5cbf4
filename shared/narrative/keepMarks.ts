import type * as Y from 'yjs';

/**
 * Keeps Yjs from clearing needless marks (bold within bold, set by two people at once) away in a document
 * that hears of them. On the server that would be a change that no journal has; for somebody who only
 * reads, one that is never accepted; and of many authors each would send the same. The marks harm nothing.
 */
export function keepMarks(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false;
  });
}
