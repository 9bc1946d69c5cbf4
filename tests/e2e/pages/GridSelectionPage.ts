import type { Locator, Page } from 'playwright-core';
import { readText } from './readText.ts';

/** A cell by its place on the screen: row 1 is the first. */
export type Place = { row: number; column: string };

/** What is selected in the table, by its look and by the line under it. */
export class GridSelectionPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  cell({ row, column }: Place): Locator {
    return this.page.locator(
      `.ag-row[row-index="${row - 1}"]:not(.ag-row-pinned) .ag-cell[col-id="${column}"]`,
    );
  }

  header(column: string): Locator {
    return this.page.locator(`.ag-header-cell[col-id="${column}"]`);
  }

  /** Selected cells in sight, `column` + row, in the order of rows and then of columns. */
  readSelected(): Promise<string[]> {
    return this.page.locator('.ag-cell[aria-selected="true"]').evaluateAll((cells) =>
      cells
        .map((cell) => ({
          row: Number(cell.closest('.ag-row')?.getAttribute('row-index')) + 1,
          place: Number(cell.getAttribute('aria-colindex')),
          column: cell.getAttribute('col-id') ?? '',
        }))
        .sort((a, b) => a.row - b.row || a.place - b.place)
        .map(({ row, column }) => `${column}${row}`),
    );
  }

  /** The cell with the focus. */
  readFocus(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.activeElement?.closest('.ag-cell');
      const index = cell?.closest('.ag-row')?.getAttribute('row-index');
      return cell && index ? `${cell.getAttribute('col-id')}${Number(index) + 1}` : 'elsewhere';
    });
  }

  /** The numbers under the table by their names; empty while one cell is selected. */
  async readNumbers(): Promise<Record<string, string>> {
    const terms = this.page.locator('main dl');
    if ((await terms.count()) === 0) return {};
    const entries = await terms
      .locator('div')
      .evaluateAll((lines) =>
        lines.map((line) => [line.querySelector('dt')?.textContent, line.querySelector('dd')?.textContent]),
      );
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value).replaceAll(/\s/g, ' ')]));
  }

  /** What a screen reader is told of the selection. */
  readSpoken(): Promise<string> {
    return readText(this.page.locator('main [aria-live="polite"]').last());
  }

  /** Presses in the middle of one cell and lets go in the middle of another. */
  async drag(from: Locator, to: Locator): Promise<void> {
    await this.press(from);
    await this.moveTo(to);
    await this.page.mouse.up();
  }

  async press(cell: Locator): Promise<void> {
    await cell.hover();
    await this.page.mouse.down();
  }

  async moveTo(cell: Locator): Promise<void> {
    const box = await cell.boundingBox();
    if (box === null) throw new Error('the cell is not in sight');
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  }
}
