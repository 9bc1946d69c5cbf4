import type { Page } from 'playwright-core';
import type { ExtraColumn } from '#shared/model/columns.ts';
import type { ColumnKind } from '#shared/model/extraField.ts';
import { fillClipboard } from '#tests/e2e/support/clipboard.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { type BrowserTown, rowIdOf, rowsPerSheet, sheets, startBrowserTown } from '../browser/BrowserTown.ts';
import { readEnter, watchEnter, watchText } from '../browser/watchEdit.ts';
import { type PageWatch, watchPage } from '../browser/watchPage.ts';
import type { CaseReport, Measure } from '../report/Measure.ts';
import { computePercentile } from '../report/percentile.ts';

const kinds: ColumnKind[] = ['text', 'number', 'money', 'date', 'choice', 'text', 'number', 'money'];
const columns = kinds.map(
  (kind, index): ExtraColumn =>
    buildColumn(`c${index}`, {
      table: 'expenditure',
      kind,
      title: `Додане ${index + 1}`,
      options: kind === 'choice' ? ['так', 'ні'] : [],
    }),
);
const pastedRows = 1_000;
const pixelsPerSecond = 4_000;

type Table = {
  readyMs: number;
  down: PageWatch;
  across: PageWatch;
  edits: number[];
  pasted: PageWatch & { savedMs: number };
};

/** «Видатки» with eight added columns of every kind, beside the same without them. */
export async function runColumnsCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const zvit = await measureTable(columns, isQuick);
  const without = await measureTable([], isQuick);
  const both = (read: (table: Table) => number | null): Measure['values'] => ({
    zvit: read(zvit),
    without: read(without),
  });
  return {
    title: `In the browser: «Видатки» with ${sheets * rowsPerSheet} rows and ${columns.length} added columns`,
    measures: [
      { label: 'opened → all rows here', unit: 'ms', values: both(({ readyMs }) => readyMs) },
      {
        label: 'longest task while scrolled down',
        unit: 'ms',
        values: both(({ down }) => down.longestTaskMs),
        budget: 200,
      },
      {
        label: 'frames dropped while scrolled down',
        unit: '%',
        values: both(({ down }) => down.droppedPercent),
      },
      {
        label: 'longest task while scrolled across',
        unit: 'ms',
        values: both(({ across }) => across.longestTaskMs),
      },
      {
        label: 'Enter → value in its cell, p50',
        unit: 'ms',
        values: both(({ edits }) => computePercentile(edits, 50)),
      },
      {
        label: 'Enter → value in its cell, max',
        unit: 'ms',
        values: both(({ edits }) => Math.max(...edits)),
      },
      {
        label: `longest task while ${pastedRows} rows are pasted`,
        unit: 'ms',
        values: both(({ pasted }) => pasted.longestTaskMs),
        budget: 200,
      },
      { label: 'pasted → all of them saved', unit: 'ms', values: both(({ pasted }) => pasted.savedMs) },
    ],
    notes: [
      'Text, number, money, date and choice, filled in in every row, and pasted with the others: 18 columns beside 10.',
    ],
  };
}

async function measureTable(added: readonly ExtraColumn[], isQuick: boolean): Promise<Table> {
  const town = await startBrowserTown(added);
  try {
    const page = await town.open('/reports/r1/expenditures');
    await page.getByRole('button', { name: 'Збережено' }).waitFor();
    await page.locator('.ag-row[row-index="0"] .ag-cell[col-id="directionId"]').waitFor();
    const readyMs = await page.evaluate(() => performance.now());
    const edits = await measureEdits(page, isQuick ? 5 : 15);
    const down = await measureScroll(page, { yDistance: isQuick ? -8_000 : -30_000 });
    const across = await measureScroll(page, { xDistance: -1_500 });
    await page.close();
    const pasted = await measurePaste(town, added);
    return { readyMs, down, across, edits, pasted };
  } finally {
    await town.stop();
  }
}

async function measureEdits(page: Page, count: number): Promise<number[]> {
  await watchEnter(page);
  const taken: number[] = [];
  const cell = `.ag-row[row-id="o0/${rowIdOf(0, 0)}"] .ag-cell[col-id="actualMinor"]`;
  for (let edit = 1; edit <= count; edit += 1) {
    const typed = `${edit + 2},37`;
    const readShown = await watchText(page, cell, typed);
    await page.locator(cell).click();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    taken.push((await readShown()) - (await readEnter(page)));
  }
  return taken;
}

async function measureScroll(
  page: Page,
  distance: { xDistance?: number; yDistance?: number },
): Promise<PageWatch> {
  const devtools = await page.context().newCDPSession(page);
  const stopWatching = await watchPage(page);
  await devtools.send('Input.synthesizeScrollGesture', {
    x: 700,
    y: 500,
    ...distance,
    speed: pixelsPerSecond,
    gestureSourceType: 'mouse',
    preventFling: true,
  });
  return stopWatching();
}

async function measurePaste(
  town: BrowserTown,
  added: readonly ExtraColumn[],
): Promise<PageWatch & { savedMs: number }> {
  const page = await town.open('/reports/r1/expenditures');
  await page.getByRole('button', { name: 'Збережено' }).waitFor();
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
  const printed = { text: 'узгоджено', number: '7,5', money: '55,10', date: '18.05.2020', choice: 'ні' };
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
      ...added.map(({ kind }) => printed[kind]),
    ].join('\t'),
  );
  await page.locator('.ag-row[row-index="0"] .ag-cell[col-id="directionId"]').click();
  const head = [...titles, ...added.map(({ title }) => title)].join('\t');
  await fillClipboard(page, { text: [head, ...lines].join('\n') });
  const stopWatching = await watchPage(page);
  const start = performance.now();
  await page.keyboard.press('Control+v');
  await page.getByRole('dialog', { name: /^Вставлення/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: /^Вставлення/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Збережено' }).waitFor();
  const savedMs = performance.now() - start;
  const watch = await stopWatching();
  await page.context().close();
  return { ...watch, savedMs };
}
