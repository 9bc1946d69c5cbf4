import { type Browser, chromium, type Page } from 'playwright-core';
import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';
import { DirectionId, RowId } from '#shared/model/ids.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { insertRows, type NewRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { findChromium } from '#tests/e2e/support/findChromium.ts';
import type { BenchClient } from '../client/BenchClient.ts';
import { Crowd, doEvenly } from '../client/Crowd.ts';
import type { CaseReport } from '../report/Measure.ts';
import { computePercentile } from '../report/percentile.ts';
import { startZvit } from '../servers/BenchServer.ts';

const sheets = 50;
const rowsPerSheet = 200;
const stormPerSecond = 1_000;
const totalMinor = BigInt(sheets * rowsPerSheet) * 100n;

/** The coordinator's page, in a real browser, over the product as it is delivered. */
export async function runBrowserCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  if (isClientBuildStale()) await buildClient();
  const server = await startZvit(sheets, sheets);
  const crowd = new Crowd(server, 1);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    await crowd.open(sheets);
    await Promise.all(crowd.clients.map(fillSheet));
    const opened: number[] = [];
    for (let visit = 0; visit < (isQuick ? 2 : 5); visit += 1) {
      // A new context each time: nothing is kept from the visit before.
      const page = await openControlPage(browser, server);
      opened.push(await measureUntilShown(page, formatMoney(totalMinor)));
      await page.context().close();
    }
    const page = await openControlPage(browser, server);
    await measureUntilShown(page, formatMoney(totalMinor));
    const seen = await measureEditsOnScreen(page, crowd.clients, isQuick ? 5 : 20);
    const longest = await measureStorm(page, crowd.clients, isQuick ? 3 : 10);
    return {
      title: `In the browser: «Зведення» over ${sheets} sheets and ${sheets * rowsPerSheet} rows`,
      measures: [
        {
          label: 'opened → totals on screen, p50',
          unit: 'ms',
          values: { zvit: computePercentile(opened, 50) },
          budget: 1_000,
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
          values: { zvit: longest },
          budget: 50,
        },
      ],
      notes: [
        `Opened ${opened.length} times, from the beginning of the navigation; nothing was cached. The browser reports tasks of 50 ms and more: 0 means that there was none.`,
      ],
    };
  } finally {
    await browser.close();
    crowd.close();
    await server.stop();
  }
}

async function fillSheet(client: BenchClient, sheet: number): Promise<void> {
  const rows = Array.from(
    { length: rowsPerSheet },
    (_, row): NewRow => ({
      id: rowIdOf(sheet, row),
      kind: 'expenditure',
      order: 'a0',
      values: {
        directionId: DirectionId.parse('d1'),
        measure: `Видаток ${row}`,
        fund: 'general',
        kpkvk: '0210180',
        kekv: '2210',
        plannedMinor: 100,
        actualMinor: 100,
      },
    }),
  );
  await client.change((doc) => insertRows(doc, rows));
}

function rowIdOf(sheet: number, row: number): RowId {
  return RowId.parse(`s${sheet}r${row}`);
}

async function openControlPage(
  browser: Browser,
  server: { url: string; coordinatorCookie: string },
): Promise<Page> {
  const origin = server.url.replace(/^ws/, 'http');
  const [name = '', value = ''] = server.coordinatorCookie.split('=');
  const context = await browser.newContext({ locale: 'uk-UA', viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}/reports/r1/control`, { waitUntil: 'commit' });
  return page;
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

/** The longest task of the page's main thread; 0 when none took 50 ms. */
async function measureStorm(page: Page, writers: readonly BenchClient[], seconds: number): Promise<number> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { benchTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  await doEvenly(stormPerSecond, seconds, (count) => {
    const sheet = count % sheets;
    const row = Math.floor(count / sheets) % rowsPerSheet;
    void writers[sheet]?.change((doc) => setCell(doc, rowIdOf(sheet, row), 'actualMinor', 1_000 + count));
  });
  const tasks = await page.evaluate(() => (globalThis as unknown as { benchTasks: number[] }).benchTasks);
  return Math.max(0, ...tasks);
}
