import type { ClipboardTexts } from './readClipboard.ts';

/**
 * Pastes that are meant for the table: those in one of its cells, and those that no field takes while
 * nothing but the page has the focus. By the event and not by the clipboard's interface: that asks for
 * a permission. Returns what ends it.
 */
export function listenToPaste(element: HTMLElement, onPaste: (texts: ClipboardTexts) => void): () => void {
  let isPlainWanted = false;
  const handleKey = (event: KeyboardEvent) => {
    // Some browsers bring the table along all the same when plain text is asked for.
    isPlainWanted = event.code === 'KeyV' && event.shiftKey && (event.ctrlKey || event.metaKey);
  };
  const handlePaste = (event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (data === null || event.defaultPrevented || !isForTable(event.target, element)) return;
    const texts = {
      html: isPlainWanted ? '' : data.getData('text/html'),
      text: data.getData('text/plain'),
    };
    isPlainWanted = false;
    if (texts.html === '' && texts.text === '') return;
    event.preventDefault();
    onPaste(texts);
  };
  document.addEventListener('keydown', handleKey, { capture: true });
  document.addEventListener('paste', handlePaste);
  return () => {
    document.removeEventListener('keydown', handleKey, { capture: true });
    document.removeEventListener('paste', handlePaste);
  };
}

function isForTable(target: EventTarget | null, element: HTMLElement): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null) return false;
  return element.contains(target) ? target.closest('.ag-cell') !== null : target === document.body;
}
