import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { fillClipboard } from '#tests/e2e/support/clipboard.ts';
import { type BrowserTown, rowsPerSheet, sheets, startBrowserTown } from '../browser/BrowserTown.ts';
import { type PageWatch, watchPage } from '../browser/watchPage.ts';
import { buildPeerClient } from '../peer/buildPeerClient.ts';
import type { CaseReport } from '../report/Measure.ts';

/** A hryvnia is planned in each row. */
const plannedMinor = BigInt(sheets * rowsPerSheet) * 100n;
const tablePath = '/reports/r1/expenditures';
const changesPerSecond = 1_000;
const pastedRows = 5_000;
/** What an office of ten busy people does in an hour, a change in ten seconds each. */
const changesPerHour = 3_600;

type Storm = PageWatch & { heapBefore: number; heapAfter: number };

/** «Видатки» with 10,000 rows while others write, and while 5,000 rows are pasted. */
export async function runGridCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const seconds = isQuick ? 15 : 60;
  const town = await startBrowserTown();
  const peerDir = await buildPeerClient();
  try {
    const zvit = await measureStorm(town, seconds);
    const rowData = await measureStorm(town, seconds, peerDir);
    const pasted = await measurePaste(town);
    const both = (read: (storm: Storm) => number) => ({ zvit: read(zvit), rowData: read(rowData) });
    const hours = Math.round((seconds * changesPerSecond) / changesPerHour);
    return {
      title: `In the browser: «Видатки» with ${sheets * rowsPerSheet} rows`,
      measures: [
        {
          label: `longest task in ${seconds} s of ${changesPerSecond} remote changes a second`,
          unit: 'ms',
          values: both((storm) => storm.longestTaskMs),
        },
        {
          label: 'longest run of the page’s own code in it',
          unit: 'ms',
          values: both((storm) => storm.longestScriptMs),
        },
        { label: 'tasks of 50 ms and more', unit: '', values: both((storm) => storm.longTasks) },
        { label: 'frames dropped', unit: '%', values: both((storm) => storm.droppedPercent) },
        { label: 'heap before', unit: 'MB', values: both((storm) => storm.heapBefore) },
        {
          label: `heap after the changes of ${hours} hours of ten people`,
          unit: 'MB',
          values: both((storm) => storm.heapAfter),
        },
        {
          label: `longest task while ${pastedRows} rows are pasted`,
          unit: 'ms',
          values: { zvit: pasted.longestTaskMs },
          budget: 200,
        },
        { label: 'pasted → all of them saved', unit: 'ms', values: { zvit: pasted.savedMs } },
      ],
      notes: [
        '`rowData` is the same page with one file changed: with each batch of changes the grid is handed all rows anew and finds by their ids what is different. The heap is measured after the garbage was collected.',
      ],
    };
  } finally {
    await rm(peerDir, { recursive: true });
    await town.stop();
  }
}

async function measureStorm(town: BrowserTown, seconds: number, clientDir?: string): Promise<Storm> {
  const page = await openTable(town, clientDir);
  const heapBefore = await measureHeap(page);
  const stopWatching = await watchPage(page);
  await town.storm(changesPerSecond, seconds);
  const watch = await stopWatching();
  const heapAfter = await measureHeap(page);
  await page.context().close();
  return { ...watch, heapBefore, heapAfter };
}

async function openTable(town: BrowserTown, clientDir?: string): Promise<Page> {
  const page = await town.open(tablePath, clientDir === undefined ? {} : { clientDir });
  await page.getByRole('button', { name: 'Збережено' }).waitFor();
  const planned = page.locator('.ag-row-pinned [col-id="plannedMinor"]');
  await planned.getByText(formatMoney(plannedMinor, { unit: 'none' })).waitFor();
  return page;
}

async function measureHeap(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

/** All columns that can be written, over existing rows, as one paste. */
async function measurePaste(town: BrowserTown): Promise<PageWatch & { savedMs: number }> {
  const page = await openTable(town);
  const titles = [
    'Напрям',
    'Захід',
    'Джерело',
    'КПКВК',
    'КЕКВ',
    'План, грн',
    'Факт, грн',
    'Документ',
    'Причина',
    'Примітка',
  ];
  const lines = Array.from({ length: pastedRows }, (_, index) =>
    [
      '1. Напрям',
      `Вставлений видаток ${index}`,
      'Загальний фонд',
      '0210180',
      '2210',
      `${(index % 3) + 1},25`,
      `${(index % 3) + 1},25`,
      'Договір',
      'за рішенням',
      `рядок ${index}`,
    ].join('\t'),
  );
  await page.locator('.ag-row[row-index="0"] .ag-cell[col-id="directionId"]').click();
  await fillClipboard(page, { text: [titles.join('\t'), ...lines].join('\n') });
  const stopWatching = await watchPage(page);
  const start = performance.now();
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: /^Вставлення/ });
  await dialog.waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Збережено' }).waitFor();
  return { ...(await stopWatching()), savedMs: performance.now() - start };
}
