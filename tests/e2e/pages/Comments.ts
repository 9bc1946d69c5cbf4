import type { Locator, Page } from 'playwright-core';
import { typeCyrillic } from '../support/typeCyrillic.ts';

/** Threads of comments, beside a table or a text, and on their own page. */
export class Comments {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The thread in which somebody said this. */
  thread(words: string): Locator {
    return this.page.getByRole('article', { name: 'Обговорення' }).filter({ hasText: words });
  }

  /** Whether the focus is in a field for a comment. */
  isWriting(): Promise<boolean> {
    return this.page.evaluate(
      () => document.activeElement?.tagName === 'TEXTAREA' && document.activeElement.role === 'combobox',
    );
  }

  type(text: string): Promise<void> {
    return typeCyrillic(this.page, text);
  }
}
