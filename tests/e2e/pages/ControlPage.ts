import type { Locator, Page } from 'playwright-core';
import { normaliseSpace, readText, readTexts } from './readText.ts';

/** «Зведення». */
export class ControlPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  grandTotal(): Locator {
    return this.page.getByRole('region', { name: 'Витрачено за звітом' });
  }

  /** `437 603,56 грн` */
  readGrandTotal(): Promise<string> {
    return readText(this.grandTotal().getByRole('button'));
  }

  /** Planned, deviation and per cent, as they stand beside the grand total. */
  readBesideGrandTotal(): Promise<string[]> {
    return readTexts(this.grandTotal().locator('dd'));
  }

  /**
   * Texts of the cells of a table's lines, keyed by the text that heads each line. All of one moment, and
   * also of a table far below, of which the browser has laid nothing out.
   */
  async readTable(title: string): Promise<Map<string, string[]>> {
    const lines = await this.table(title)
      .locator('tbody tr, tfoot tr')
      .evaluateAll((rows) =>
        rows.map((row) => ({
          heading: row.querySelector('th')?.textContent ?? '',
          cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent),
        })),
      );
    return new Map(lines.map(({ heading, cells }) => [normaliseSpace(heading), cells.map(normaliseSpace)]));
  }

  table(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true }).getByRole('table');
  }

  /** An organisation's line among the sheets. */
  sheet(organisation: string): Locator {
    return this.table('Виконавці й напрями')
      .getByRole('row')
      .filter({ has: this.page.getByText(organisation, { exact: true }) });
  }

  /** What the cells under the directions show. */
  async show(what: 'Стан' | 'Фактично'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Що показати в таблиці' }).getByText(what).click();
  }

  /** The panel with the rows behind a number. */
  panel(): Locator {
    return this.page.getByRole('complementary');
  }
}
