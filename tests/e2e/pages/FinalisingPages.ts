import type { Page } from 'playwright-core';
import { readText } from './readText.ts';

/** «Завершення звіту», as a coordinator uses it. */
export class FinalisingPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(reportId: string): Promise<void> {
    await this.page.goto(`/reports/${reportId}/finalising`);
    await this.page.getByRole('heading', { name: 'Завершення звіту' }).waitFor();
  }

  /** Closes the report, which has to be ready for it. */
  async finalise(): Promise<void> {
    await this.page.getByRole('button', { name: 'Завершити звіт…' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Завершити', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await this.page.getByText('Звіт завершено.', { exact: true }).waitFor();
  }

  async reopen(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Відновити роботу…' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Причина').fill(reason);
    await dialog.getByRole('button', { name: 'Відновити', exact: true }).click();
    await this.page.getByText('Над звітом працюють.').waitFor();
  }

  /** Saves the archive of the newest version. */
  async downloadPackage(file: string): Promise<void> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: 'Завантажити все (ZIP)' }).first().click(),
    ]);
    await download.saveAs(file);
  }

  /** Gives the address that readers open. */
  async makeLink(label: string): Promise<string> {
    await this.page.getByLabel('Для кого').fill(label);
    await this.page.getByRole('button', { name: 'Створити посилання' }).click();
    return readText(this.page.getByRole('status').locator('code'));
  }

  async withdrawLink(label: string): Promise<void> {
    const button = this.page.getByRole('button', { name: `Відкликати посилання «${label}»` });
    await button.click();
    await button.waitFor({ state: 'detached' });
  }
}
