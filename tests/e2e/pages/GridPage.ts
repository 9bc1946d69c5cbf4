import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { typeCyrillic } from '../support/typeCyrillic.ts';
import { readText } from './readText.ts';

export type Cell = { rowId: string; column: string };

/** «Заходи» or «Видатки», used by its keys. A row is named by the grid's own `row-id`: organisation/row. */
export class GridPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The table with its rows there. */
  async waitForRows(): Promise<void> {
    await this.rows().first().waitFor();
  }

  /** Those in sight; the line of totals is none of them. */
  rows(): Locator {
    return this.page.locator('.ag-row:not(.ag-row-pinned)');
  }

  row(rowId: string): Locator {
    return this.page.locator(`.ag-row[row-id="${rowId}"]`);
  }

  cell({ rowId, column }: Cell): Locator {
    return this.row(rowId).locator(`.ag-cell[col-id="${column}"]`);
  }

  /** The value a cell shows, without colleagues' names. */
  readCell(cell: Cell): Promise<string> {
    return this.cell(cell).evaluate((element) =>
      [...(element.querySelector('.zvit-cell')?.childNodes ?? [])]
        .filter((node) => node.nodeType === Node.TEXT_NODE || node.nodeName === 'MARK')
        .map((node) => node.textContent ?? '')
        .join('')
        .replaceAll(/\s+/g, ' '),
    );
  }

  /** Names of the colleagues who are in the cell, as they stand at it. */
  readPeopleIn({ rowId, column }: Cell): Promise<string[]> {
    return this.page.locator(`[data-cell="${rowId}/${column}"] .zvit-person`).allTextContents();
  }

  /** The row that shows this text, which has to be in sight and the only one. */
  async findRow(text: string): Promise<string> {
    const row = this.rows().filter({ hasText: text });
    await expect.poll(() => row.count(), { message: `rows with «${text}»` }).toBe(1);
    return (await row.getAttribute('row-id')) ?? '';
  }

  /** The cell with the focus, or null when the focus is elsewhere. */
  readFocus(): Promise<Cell | null> {
    return this.page.evaluate(() => {
      const cell = document.activeElement?.closest('.ag-cell');
      const rowId = cell?.closest('.ag-row')?.getAttribute('row-id');
      const column = cell?.getAttribute('col-id');
      return rowId && column ? { rowId, column } : null;
    });
  }

  async waitForFocus(cell: Cell): Promise<void> {
    await expect.poll(() => this.readFocus()).toEqual(cell);
  }

  /** Goes to a cell as a person does: a click into the row, then the arrow keys along it. */
  async goTo({ rowId, column }: Cell): Promise<void> {
    await this.row(rowId).locator('.ag-cell[col-id="organisation"]').click();
    await this.waitForFocus({ rowId, column: 'organisation' });
    const key = column === 'directionId' ? 'ArrowLeft' : 'ArrowRight';
    for (let place = 'organisation'; place !== column; ) {
      await this.page.keyboard.press(key);
      await expect.poll(async () => (await this.readFocus())?.column ?? place).not.toBe(place);
      place = (await this.readFocus())?.column ?? place;
    }
  }

  /** Real keys, also for letters an American keyboard lacks. */
  type(text: string): Promise<void> {
    return typeCyrillic(this.page, text);
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** The field of the open editor. */
  editor(): Locator {
    return this.page.locator('input, textarea').and(this.page.getByLabel(/, рядок \d*$/));
  }

  /** From the menu of groups, columns and row height. */
  async chooseLayout(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Групи, стовпці, висота рядків' }).click();
    await this.page.getByRole('menu').getByText(item, { exact: true }).click();
    await this.press('Escape');
    await this.page.getByRole('menu').waitFor({ state: 'detached' });
  }

  /** What hangs below an editor that could not close, or a cell that did not open. */
  problem(): Locator {
    return this.page.getByRole('alert').or(this.page.getByRole('alertdialog')).filter({ hasText: /./ });
  }

  /** Types over a cell and ends with `end`. */
  async overwrite(cell: Cell, text: string, end = 'Enter'): Promise<void> {
    await this.goTo(cell);
    await this.type(text);
    await this.press(end);
  }

  /** Types a value into each column from the focused cell on, with Tab between and Enter at the end; '' passes one over. */
  async typeAlong(values: readonly string[]): Promise<void> {
    for (const [index, value] of values.entries()) {
      if (value !== '') await this.type(value);
      await this.press(index === values.length - 1 ? 'Enter' : 'Tab');
    }
  }

  /** How many rows the table says it has or shows. */
  readCount(): Promise<string> {
    return readText(this.page.getByRole('status').filter({ hasText: /рядк|рядок|Показано/ }));
  }

  /** A value of the line of totals. */
  readTotal(column: string): Promise<string> {
    return readText(this.page.locator(`.ag-row-pinned .ag-cell[col-id="${column}"]`));
  }

  search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Пошук у рядках' });
  }

  /** Chooses values in one of the lists above the table. */
  async filter(list: string, ...values: string[]): Promise<void> {
    await this.page
      .getByRole('toolbar')
      .getByRole('button', { name: new RegExp(`^${list}: `) })
      .click();
    for (const value of values) await this.page.getByRole('option', { name: value }).click();
    await this.press('Escape');
  }

  toolbarButton(name: string): Locator {
    return this.page.getByRole('toolbar').getByRole('button', { name, exact: true });
  }
}
