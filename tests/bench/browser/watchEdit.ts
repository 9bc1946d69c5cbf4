import type { Page } from 'playwright-core';

type Watched = { enterAt?: number; shown?: Promise<number> };

/** Notes when the last Enter went down in the page. */
export async function watchEnter(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key === 'Enter') (globalThis as unknown as Watched).enterAt = performance.timeOrigin + timeStamp;
      },
      { capture: true },
    );
  });
}

/** In milliseconds by the clock of the machine, which all pages share. */
export function readEnter(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Watched).enterAt ?? Number.NaN);
}

/** Watches an element of the page until it holds a text; what is returned tells when that was, by the same clock. */
export async function watchText(page: Page, selector: string, text: string): Promise<() => Promise<number>> {
  await page.evaluate(
    ([where = '', wanted = '']) => {
      const { promise, resolve } = Promise.withResolvers<number>();
      const observer = new MutationObserver(() => {
        if (!document.querySelector(where)?.textContent.includes(wanted)) return;
        observer.disconnect();
        resolve(performance.timeOrigin + performance.now());
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      (globalThis as unknown as Watched).shown = promise;
    },
    [selector, text],
  );
  return () => page.evaluate(() => (globalThis as unknown as Watched).shown ?? Number.NaN);
}
