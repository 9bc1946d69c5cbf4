import { chromium, type Page } from 'playwright-core';
import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';
import { DirectionId, RowId } from '#shared/model/ids.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { insertRows, type NewRow } from '#shared/sheet/sheetDocument.ts';
import { findChromium } from '#tests/e2e/support/findChromium.ts';
import { BenchClient } from '../BenchClient.ts';
import { pace } from '../pace.ts';
import { benchDocument } from '../servers/BenchServer.ts';
import { type RunningBenchServer, startBenchServer } from '../servers/startBenchServer.ts';
import { computeQuantile } from '../statistics.ts';
import type { Scenario } from './Scenario.ts';

const sheets = 50;
const rowsPerSheet = 200;
const maxFirstTotalsMs = 1_000;
const maxEditMs = 250;
const maxTaskMs = 50;
const stormPerSecond = 1_000;

export const firstTotals: Scenario = {
  name: 'first-totals',
  about: `in the browser: «Зведення» over ${sheets} sheets and ${(sheets * rowsPerSheet).toLocaleString('en')} rows`,
  async run({ isQuick }) {
    if (isClientBuildStale()) await buildClient();
    const server = await startBenchServer('zvit', { documents: sheets });
    const writers = await fillSheets(server);
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    try {
      const opened: number[] = [];
      for (let visit = 0; visit < (isQuick ? 2 : 5); visit += 1) {
        // A new context each time: nothing kept from the visit before.
        const page = await openControlPage(browser, server);
        opened.push(await measureUntilShown(page, formatMoney(BigInt(sheets * rowsPerSheet) * 100n)));
        await page.context().close();
      }
      const page = await openControlPage(browser, server);
      await measureUntilShown(page, formatMoney(BigInt(sheets * rowsPerSheet) * 100n));
      const seen = await measureEditsOnScreen(page, writers, isQuick ? 5 : 20);
      const longest = await measureStorm(page, writers, isQuick ? 3 : 10);
      const firstMs = computeQuantile(opened, 0.5);
      const editMs = computeQuantile(seen, 0.5);
      return [
        {
          what: `opened → totals on screen, median of ${opened.length}, ms`,
          values: { zvit: firstMs.toFixed(0) },
          budget: `≤ ${maxFirstTotalsMs}`,
          isWithin: firstMs <= maxFirstTotalsMs,
        },
        {
          what: 'edit elsewhere → total on screen: p50, max ms',
          values: { zvit: `${editMs.toFixed(0)}, ${Math.max(...seen).toFixed(0)}` },
          budget: `≤ ${maxEditMs}`,
          isWithin: Math.max(...seen) <= maxEditMs,
        },
        {
          what: `longest browser task at ${stormPerSecond} remote changes/s, ms`,
          values: { zvit: longest === 0 ? '< 50' : longest.toFixed(0) },
          budget: `≤ ${maxTaskMs}`,
          isWithin: longest <= maxTaskMs,
        },
      ];
    } finally {
      await browser.close();
      await Promise.all(writers.map((writer) => writer.stop()));
      await server.stop();
    }
  },
};

async function fillSheets(server: RunningBenchServer): Promise<BenchClient[]> {
  const directionId = DirectionId.parse('d1');
  return Promise.all(
    Array.from({ length: sheets }, async (_, sheet) => {
      const client = new BenchClient(server, { documentName: benchDocument(sheet) });
      await client.ready;
      const rows = Array.from(
        { length: rowsPerSheet },
        (__, row): NewRow => ({
          id: RowId.parse(`s${sheet}r${row}`),
          kind: 'expenditure',
          order: 'a0',
          values: {
            directionId,
            measure: `Видаток ${row}`,
            fund: 'general',
            kpkvk: '0210180',
            kekv: '2210',
            plannedMinor: 100,
            actualMinor: 100,
          },
        }),
      );
      insertRows(client.doc, rows);
      await client.write(`s${sheet}r0/note`, 'готово').acknowledged;
      return client;
    }),
  );
}

async function openControlPage(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  server: RunningBenchServer,
): Promise<Page> {
  const origin = server.headers.origin ?? '';
  const [name = '', value = ''] = (server.headers.cookie ?? '').split('=');
  const context = await browser.newContext({ locale: 'uk-UA', viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}/reports/bench/control`, { waitUntil: 'commit' });
  return page;
}

/** From the beginning of the navigation, on the page's own clock. */
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
    const text = formatMoney(BigInt(sheets * rowsPerSheet) * 100n + BigInt(edit));
    const shown = page.waitForFunction(
      (wanted) => (document.body.innerText.includes(wanted) ? Date.now() : null),
      text,
      { polling: 'raf' },
    );
    const written = Date.now();
    writers[7]?.write('s7r7/actualMinor', 100 + edit);
    seen.push(Number(await (await shown).jsonValue()) - written);
  }
  return seen;
}

/** The longest task of the page's main thread, 0 when none took over 50 ms. */
async function measureStorm(page: Page, writers: readonly BenchClient[], seconds: number): Promise<number> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { benchTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  await pace(stormPerSecond, seconds, (count) => {
    const sheet = count % sheets;
    writers[sheet]?.write(
      `s${sheet}r${Math.floor(count / sheets) % rowsPerSheet}/actualMinor`,
      1_000 + count,
    );
  });
  const tasks = await page.evaluate(() => (globalThis as unknown as { benchTasks: number[] }).benchTasks);
  return Math.max(0, ...tasks);
}
