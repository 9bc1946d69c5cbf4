import type { Page } from 'playwright-core';

/** The bar of long work, beside the table or in the dialog of an import. */
export class WorkBar {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Until work whose name begins so has done a part of its way. */
  async waitForPart(name: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('[role="progressbar"]')].some(
          (bar) =>
            bar.getAttribute('aria-label')?.startsWith(wanted) === true &&
            Number(bar.getAttribute('aria-valuenow')) > 0,
        ),
      name,
    );
  }

  async waitForEnd(): Promise<void> {
    await this.page.getByRole('progressbar').waitFor({ state: 'detached' });
  }
}
