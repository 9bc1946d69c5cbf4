import type { Page } from 'playwright-core';

/** The same person the next day: the product's files are on their computer. */
export async function visitAgain(page: Page): Promise<Page> {
  await page.waitForFunction(
    async () => {
      await navigator.serviceWorker.ready;
      const files: string[] = await (await fetch('/files.json')).json();
      const kept = await Promise.all(files.map((file) => caches.match(file)));
      return kept.every((response) => response !== undefined);
    },
    undefined,
    { polling: 500, timeout: 60_000 },
  );
  const next = await page.context().newPage();
  await page.close();
  await next.goto(page.url(), { waitUntil: 'commit' });
  return next;
}
