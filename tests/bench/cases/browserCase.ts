import type { Page } from 'playwright-core';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { setCell } from '#shared/sheet/sheetDocument.ts';
import { rowIdOf, rowsPerSheet, sheets, startBrowserTown } from '../browser/BrowserTown.ts';
import { visitAgain } from '../browser/visitAgain.ts';
import { watchPage } from '../browser/watchPage.ts';
import type { BenchClient } from '../client/BenchClient.ts';
import type { CaseReport } from '../report/Measure.ts';
import { computePercentile } from '../report/percentile.ts';

const stormPerSecond = 1_000;
const totalMinor = BigInt(sheets * rowsPerSheet) * 100n;
const controlPath = '/reports/r1/control';

/** The coordinator's page, in a real browser, over the product as it is delivered. */
export async function runBrowserCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const town = await startBrowserTown();
  try {
    const first: number[] = [];
    const arrived: number[] = [];
    const again: number[] = [];
    for (let visit = 0; visit < (isQuick ? 3 : 7); visit += 1) {
      const page = await town.open(controlPath);
      first.push(await measureUntilShown(page, formatMoney(totalMinor)));
      arrived.push(await measureUntilLoaded(page));
      const nextPage = await visitAgain(page);
      again.push(await measureUntilShown(nextPage, formatMoney(totalMinor)));
      await nextPage.context().close();
    }
    const page = await town.open(controlPath);
    await measureUntilLoaded(page);
    const seen = await measureEditsOnScreen(page, town.writers, isQuick ? 5 : 20);
    const stopWatching = await watchPage(page);
    await town.storm(stormPerSecond, isQuick ? 3 : 10);
    const { longestTaskMs, longestScriptMs } = await stopWatching();
    return {
      title: `In the browser: «Зведення» over ${sheets} sheets and ${sheets * rowsPerSheet} rows`,
      measures: [
        {
          label: 'opened for the first time → totals on screen, p50',
          unit: 'ms',
          values: { zvit: computePercentile(first, 50) },
          budget: 1_000,
        },
        {
          label: 'opened again → totals on screen, p50',
          unit: 'ms',
          values: { zvit: computePercentile(again, 50) },
          budget: 1_000,
        },
        {
          label: 'opened for the first time → all rows here, p50',
          unit: 'ms',
          values: { zvit: computePercentile(arrived, 50) },
        },
        {
          label: 'edit elsewhere → total on screen, p50',
          unit: 'ms',
          values: { zvit: computePercentile(seen, 50) },
        },
        {
          label: 'edit elsewhere → total on screen, max',
          unit: 'ms',
          values: { zvit: Math.max(...seen) },
          budget: 250,
        },
        {
          label: `longest task at ${stormPerSecond} remote changes a second`,
          unit: 'ms',
          values: { zvit: longestTaskMs },
          budget: 50,
        },
        { label: 'longest run of the page’s own code in it', unit: 'ms', values: { zvit: longestScriptMs } },
      ],
      notes: [
        `Opened ${first.length} times, each by a browser that has seen nothing of it and again by the same, from the beginning of the navigation. The browser reports tasks of 50 ms and more: 0 means that there was none.`,
      ],
    };
  } finally {
    await town.stop();
  }
}

/** From the beginning of the navigation, by the page's own clock. */
async function measureUntilShown(page: Page, text: string): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) => (document.body?.innerText.includes(wanted) ? performance.now() : null),
    text,
    { polling: 'raf' },
  );
  return Number(await handle.jsonValue());
}

/** Until every sheet is here and the page is in step with the server. */
async function measureUntilLoaded(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => (document.body?.innerText.includes('Збережено') ? performance.now() : null),
    undefined,
    { polling: 'raf' },
  );
  return Number(await handle.jsonValue());
}

async function measureEditsOnScreen(
  page: Page,
  writers: readonly BenchClient[],
  edits: number,
): Promise<number[]> {
  const seen: number[] = [];
  for (let edit = 1; edit <= edits; edit += 1) {
    const text = formatMoney(totalMinor + BigInt(edit));
    const shown = page.waitForFunction(
      (wanted) => (document.body.innerText.includes(wanted) ? Date.now() : null),
      text,
      { polling: 'raf' },
    );
    const written = Date.now();
    void writers[7]?.change((doc) => setCell(doc, rowIdOf(7, 7), 'actualMinor', 100 + edit));
    seen.push(Number(await (await shown).jsonValue()) - written);
  }
  return seen;
}
