import type { Locator, Page } from 'playwright-core';
import { readText } from './readText.ts';

/** The preview of a paste. */
export class PasteDialog {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  root(): Locator {
    return this.page.getByRole('dialog', { name: /^(?:Вставлення|Paste)/ });
  }

  async waitFor(): Promise<void> {
    await this.root().waitFor();
  }

  /** The list of answers for one text. */
  question(text: string): Locator {
    return this.root().getByRole('combobox', { name: new RegExp(`«${text}»`) });
  }

  /** Everything that can be answered for a text. */
  async readAnswers(text: string): Promise<string[]> {
    const options = await this.question(text).locator('option').allInnerTexts();
    return options.map((option) => option.replaceAll(/\s/g, ' '));
  }

  button(name: string | RegExp): Locator {
    return this.root().getByRole('button', { name });
  }

  readSummary(): Promise<string> {
    return readText(this.root().getByRole('status'));
  }
}
