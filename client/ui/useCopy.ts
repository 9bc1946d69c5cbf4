import { useCallback, useState } from 'react';

/** Copies a text; `isCopied` is true once it is in the clipboard, until something else is copied. */
export function useCopy(): { isCopied: boolean; copy(text: string): Promise<void> } {
  const [isCopied, setCopied] = useState(false);
  const copy = useCallback(
    async (text: string) => setCopied((await copyByInterface(text)) || copyBySelection(text)),
    [],
  );
  return { isCopied, copy };
}

/** Plain http on an office network has no clipboard interface, and a browser may refuse it. */
async function copyByInterface(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The focus comes back to where it was: Escape means something there. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
