import type { Page } from 'playwright-core';

/** `times`: the text, that many times over. */
export type ClipboardContent = { html?: string; text: string; times?: number };

/**
 * Puts a text, and a table beside it, on the real clipboard as another program would: by the event of
 * Ctrl+C, for the asynchronous interface washes foreign HTML.
 */
export async function fillClipboard(page: Page, { html, text, times = 1 }: ClipboardContent): Promise<void> {
  await page.evaluate(
    (content) => {
      const fill = (event: ClipboardEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        event.clipboardData?.setData('text/plain', content.text.repeat(content.times));
        if (content.html !== undefined) event.clipboardData?.setData('text/html', content.html);
      };
      window.addEventListener('copy', fill, { capture: true, once: true });
    },
    { html, text, times },
  );
  await page.keyboard.press('Control+c');
}
