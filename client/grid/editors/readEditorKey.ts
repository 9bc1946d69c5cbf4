import type { KeyboardEvent } from 'react';
import type { GridMove } from '../GridCell.ts';

/** What a key means inside an editor; null is a key of the text itself. */
export function readEditorKey(event: KeyboardEvent): { commit: GridMove } | 'cancel' | null {
  // Enter that ends an input method's composition is not ours.
  if (event.nativeEvent.isComposing) return null;
  switch (event.code) {
    case 'Enter':
    case 'NumpadEnter':
      return { commit: event.shiftKey ? 'up' : 'down' };
    case 'Tab':
      return { commit: event.shiftKey ? 'left' : 'right' };
    case 'Escape':
      return 'cancel';
    default:
      return null;
  }
}
