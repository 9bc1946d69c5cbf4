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
      await expect.poll(() => this.#isDrawn()).toBe(true);
    }
    return [...found].sort(([a], [b]) => a - b).map(([, key]) => key);
  }

  /** Whether there are cards from the top of what is in sight to its end, or to the end of the list. */
  #isDrawn(): Promise<boolean> {
    return this.list().evaluate((list) => {
      const items = [...list.querySelectorAll('[data-index]')];
      const boxes = items.map((item) => item.getBoundingClientRect());
      const whole = items[0]?.parentElement?.getBoundingClientRect();
      const sight = list.getBoundingClientRect();
      return (
        whole !== undefined &&
        Math.min(...boxes.map(({ top }) => top)) <= Math.max(sight.top, whole.top) + 1 &&
        Math.max(...boxes.map(({ bottom }) => bottom)) >= Math.min(sight.bottom, whole.bottom) - 1
      );
    });
  }

  async open(text: string): Promise<void> {
    await this.search().fill(text);
    await this.card(text).first().tap();
    await this.form().waitFor();
  }
}
