import type { Locator, Page } from 'playwright-core';
import { typeCyrillic } from '../support/typeCyrillic.ts';

/** How sheets stand: over the tables and on «Зведення», with the dialogs of the steps. */
export class Submission {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Over a table. */
  strip(): Locator {
    return this.page.getByRole('region', { name: 'Подання аркуша' });
  }

  /** An organisation's line on «Зведення». */
  line(organisation: string): Locator {
    return this.page
      .getByRole('region', { name: 'Виконавці й напрями', exact: true })
      .getByRole('row')
      .filter({ has: this.page.getByText(organisation, { exact: true }) });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Presses a button as a keyboard does, as soon as it can be pressed. */
  async press(button: Locator): Promise<void> {
    await button.and(this.page.locator(':enabled')).focus();
    await this.page.keyboard.press('Enter');
  }

  /** The step that a button of the open dialog takes, which closes when it is taken. */
  async confirm(name: string): Promise<void> {
    await this.press(this.dialog().getByRole('button', { name, exact: true }));
    await this.dialog().waitFor({ state: 'detached' });
  }

  type(text: string): Promise<void> {
    return typeCyrillic(this.page, text);
  }
}
