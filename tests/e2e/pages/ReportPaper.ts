import type { Locator, Page } from 'playwright-core';
import { readText } from './readText.ts';

/** «Звіт», the document as it would be printed. */
export class ReportPaper {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  paper(): Locator {
    return this.page.getByRole('article');
  }

  direction(title: string): Locator {
    return this.paper().getByRole('region', { name: title });
  }

  /** The whole document in one line, white space made plain. */
  readAll(): Promise<string> {
    return readText(this.paper());
  }
}
