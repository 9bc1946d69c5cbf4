import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { BareSentence } from '../peer/bareSentence.ts';
import { buildBareSentence } from '../peer/buildBareSentence.ts';
import { startBenchServer } from '../servers/BenchServer.ts';
import { launchBrowser } from './launchBrowser.ts';

export type BarePages = { typing: Page; reading: Page; stop(): Promise<void> };

/** A y-websocket server as it comes, and two bare pages over a map of so many amounts. */
export async function openBareSentence(rows: number): Promise<BarePages> {
  const folder = await mkdtemp(join(tmpdir(), 'zvit-bare-'));
  const script = await buildBareSentence(folder);
  const server = await startBenchServer('y-websocket', 1, 2);
  const browser = await launchBrowser();
  const { url } = server;
  return {
    typing: await openPage(browser, script, { url, filledRows: rows }),
    reading: await openPage(browser, script, { url, filledRows: 0 }),
    async stop() {
      await browser.close();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

async function openPage(browser: Browser, script: string, options: BareSentence): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.evaluate((bareSentence) => {
    Object.assign(globalThis, { bareSentence });
  }, options);
  await page.addScriptTag({ path: script });
  return page;
}
