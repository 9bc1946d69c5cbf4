import type { Locator, Page } from 'playwright-core';
import { readText, readTexts } from './readText.ts';

/** The bar above the table in which one finds and replaces, and the marks in the cells. */
export class FindBar {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  bar(): Locator {
    return this.page.getByRole('search', { name: 'Пошук і заміна в таблиці' });
  }

  field(): Locator {
    return this.bar().getByRole('textbox', { name: 'Знайти' });
  }

  replacement(): Locator {
    return this.bar().getByRole('textbox', { name: 'Замінити на' });
  }

  /** «3 з 17» */
  readCount(): Promise<string> {
    return readText(this.bar().getByRole('status').first());
  }

  /** What came of the last replacing. */
  readResult(): Promise<string> {
    return readText(this.bar().getByRole('status').last());
  }

  button(name: string): Locator {
    return this.bar().getByRole('button', { name, exact: true });
  }

  async choose(option: string): Promise<void> {
    await this.bar().getByText(option, { exact: true }).click();
  }

  /** Marked parts of the cells in sight. */
  readMarks(): Promise<string[]> {
    return readTexts(this.page.locator('.ag-cell mark'));
  }

  /** The match one has come to. */
  currentMark(): Locator {
    return this.page.locator('.ag-cell mark.zvit-current');
  }

  /** The cell it stands in. */
  readCurrentCell(): Promise<{ rowId: string; column: string }> {
    return this.currentMark().evaluate((mark) => ({
      rowId: mark.closest('.ag-row')?.getAttribute('row-id') ?? '',
      column: mark.closest('.ag-cell')?.getAttribute('col-id') ?? '',
    }));
  }
}
