import type { Page } from 'playwright-core';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { type BrowserTown, rowIdOf, rowsPerSheet, sheets, startBrowserTown } from '../browser/BrowserTown.ts';
import { openBareSentence } from '../browser/openBareSentence.ts';
import { readEnter, watchEnter, watchText } from '../browser/watchEdit.ts';
import type { CaseReport } from '../report/Measure.ts';
import { computePercentile } from '../report/percentile.ts';

const rows = sheets * rowsPerSheet;
/** What every row holds at first. */
const amountMinor = 100;

type Pages = {
  typing: Page;
  reading: Page;
  /** Where an amount is typed. */
  cell: string;
  /** What shows the sum. */
  figure: string;
};

/** From the Enter that confirms a cell to the sentence that somebody else has before them. */
export async function runSentenceCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const edits = isQuick ? 20 : 100;
  const zvit = await measureZvit(edits);
  const bare = await measureBare(edits);
  const both = (read: (times: readonly number[]) => number | null) => ({
    zvit: read(zvit),
    'y-websocket': read(bare),
  });
  return {
    title: `From a key in «Видатки» to the sentence on another screen, ${rows} rows`,
    measures: [
      { label: 'Enter → sentence, p50', unit: 'ms', values: both((times) => computePercentile(times, 50)) },
      { label: 'Enter → sentence, p99', unit: 'ms', values: both((times) => computePercentile(times, 99)) },
      {
        label: 'Enter → sentence, max',
        unit: 'ms',
        values: both((times) => Math.max(...times)),
        budget: 250,
      },
    ],
    notes: [
      `${edits} amounts typed one after the other. y-websocket: two pages with nothing but a field, a map of as many amounts and a sentence, over its server, which keeps nothing.`,
    ],
  };
}

async function measureZvit(edits: number): Promise<number[]> {
  const town = await startBrowserTown();
  try {
    const figure = 'article [data-figure]';
    const reading = await openSentence(town, figure);
    const typing = await town.open('/reports/r1/expenditures', { sheet: 0 });
    const cell = `.ag-row[row-id="o0/${rowIdOf(0, 0)}"] .ag-cell[col-id="actualMinor"]`;
    await typing.locator(cell).waitFor();
    await typing.getByRole('button', { name: 'Збережено' }).waitFor();
    return await measureEdits({ typing, reading, cell, figure }, edits);
  } finally {
    await town.stop();
  }
}

/** «Звіт», a sum of its direction put in as an author does it. */
async function openSentence(town: BrowserTown, figure: string): Promise<Page> {
  const page = await town.open('/reports/r1/report');
  await page.getByRole('region', { name: '1. Напрям' }).getByRole('textbox').click();
  await page.keyboard.type('Витрачено /витр');
  await page.getByRole('listbox', { name: 'Числа з таблиць' }).waitFor();
  await page.keyboard.press('Enter');
  await page
    .locator(figure)
    .filter({ hasText: printSum(amountMinor) })
    .waitFor();
  await page.getByRole('button', { name: 'Збережено' }).waitFor();
  return page;
}

async function measureBare(edits: number): Promise<number[]> {
  const { typing, reading, stop } = await openBareSentence(rows);
  try {
    await reading.getByText(printSum(amountMinor)).waitFor();
    return await measureEdits({ typing, reading, cell: 'input', figure: 'p' }, edits);
  } finally {
    await stop();
  }
}

async function measureEdits({ typing, reading, cell, figure }: Pages, edits: number): Promise<number[]> {
  const times: number[] = [];
  await watchEnter(typing);
  for (let edit = 1; edit <= edits; edit += 1) {
    const typed = amountMinor + edit;
    const readShown = await watchText(reading, figure, printSum(typed));
    await typing.locator(cell).click();
    await typing.keyboard.type(formatMoney(typed, { unit: 'none' }));
    await typing.keyboard.press('Enter');
    const shown = await readShown();
    times.push(shown - (await readEnter(typing)));
  }
  return times;
}

/** The sum when the first row holds this amount. */
function printSum(firstMinor: number): string {
  return formatMoney(BigInt((rows - 1) * amountMinor + firstMinor));
}
