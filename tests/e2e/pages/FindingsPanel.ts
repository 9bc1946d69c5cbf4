import type { Locator, Page } from 'playwright-core';
import { readText, readTexts } from './readText.ts';

/** The list of findings beside the table, and the button that opens it. */
export class FindingsPanel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(): Locator {
    return this.page.getByRole('toolbar').getByRole('button', { name: /[Зз]ауважен/ });
  }

  panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Бічна панель' });
  }

  async open(): Promise<void> {
    if ((await this.button().getAttribute('aria-expanded')) !== 'true') await this.button().click();
    await this.panel().waitFor();
  }

  items(): Locator {
    return this.panel().getByRole('listitem').getByRole('button');
  }

  item(text: string): Locator {
    return this.items().filter({ hasText: text });
  }

  /** What is wrong, and where, of each finding in the list. */
  readItems(): Promise<string[]> {
    return readTexts(this.items());
  }

  /** Headings of the groups, with how many findings each has. */
  readGroups(): Promise<string[]> {
    return readTexts(this.panel().getByRole('heading', { level: 3 }));
  }

  /** Takes one of the choices above the list. */
  async choose(choice: string): Promise<void> {
    await this.panel().getByText(choice).first().click();
  }

  /** The reason that hangs at a marked cell. */
  note(): Locator {
    return this.page.getByRole('tooltip').filter({ hasText: /Помилка|Застереження/ });
  }

  readNote(): Promise<string> {
    return readText(this.note());
  }
}
