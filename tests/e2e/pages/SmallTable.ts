import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readText } from './readText.ts';

/** A table on a small screen: its cards, and the form of one row. Everything is touched. */
export class SmallTable {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  cards(): Locator {
    return this.page.locator('[data-row]');
  }

  card(text: string): Locator {
    return this.cards().filter({ hasText: text });
  }

  form(): Locator {
    return this.page.locator('section', { has: this.page.getByRole('button', { name: 'До списку' }) });
  }

  /** The line of a field, by the name of its column, while it is closed. */
  field(label: string): Locator {
    return this.form()
      .locator('[data-field]')
      .filter({ has: this.page.getByText(label, { exact: true }) });
  }

  /** What stands in a field, without its label. */
  fieldText(label: string): Promise<string> {
    return readText(this.field(label).locator('[data-value]'));
  }

  /** The open editor of a field. */
  input(label: string): Locator {
    return this.form().locator('[data-editor]').getByLabel(label, { exact: true });
  }

  search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Пошук у рядках' });
  }

  foot(): Locator {
    return this.page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /рядк|рядок|Показано/ });
  }

  /** What scrolls. */
  list(): Locator {
    return this.page.getByRole('list', { name: 'Рядки таблиці' }).locator('xpath=..');
  }

  async scrollToTop(): Promise<void> {
    await this.list().evaluate((element) => element.scrollTo(0, 0));
  }

  /** Keys of the rows in the order of the list, read by scrolling it from the top to its end. */
  async readAll(): Promise<string[]> {
    const list = this.list();
    const found = new Map<number, string>();
    await this.scrollToTop();
    for (;;) {
      const seen = await this.cards().evaluateAll((cards) =>
        cards.map((card): [number, string] => [
          Number(card.closest('[data-index]')?.getAttribute('data-index')),
          card.getAttribute('data-row') ?? '',
        ]),
      );
      for (const [index, key] of seen) found.set(index, key);
      const isEnd = await list.evaluate((element) => {
        const before = element.scrollTop;
        element.scrollBy(0, element.clientHeight);
        return element.scrollTop === before;
      });
      if (isEnd) break;
      const last = Math.max(...seen.map(([index]) => index));
      await expect
        .poll(() =>
          this.page
            .locator('[data-index]')
            .evaluateAll((items) =>
              Math.max(...items.map((item) => Number(item.getAttribute('data-index')))),
            ),
        )
        .toBeGreaterThanOrEqual(last);
    }
    return [...found].sort(([a], [b]) => a - b).map(([, key]) => key);
  }

  async open(text: string): Promise<void> {
    await this.search().fill(text);
    await this.card(text).first().tap();
    await this.form().waitFor();
  }
}
