import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { normaliseSpace, readText } from './readText.ts';

/** The page where a report is checked and leaves as files. */
export class ExportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** By the «Експорт» menu. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Експорт' }).click();
    await this.page.getByRole('menuitem', { name: 'Перевірити й вивантажити…' }).click();
    await this.page.getByRole('heading', { name: 'Перевірка й вивантаження' }).waitFor();
  }

  async waitForVerdict(words: string): Promise<void> {
    await this.page.getByRole('status').getByText(words).waitFor({ timeout: 120_000 });
  }

  async checkAgain(): Promise<void> {
    await this.page.getByRole('button', { name: 'Перевірити знову' }).click();
    await this.page.getByRole('progressbar', { name: 'Перевірка звіту' }).waitFor();
  }

  /** What was spent, by the line of the check. */
  async readSum(subject: string): Promise<string> {
    const row = this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: subject }) });
    return normaliseSpace(await readText(row.getByRole('cell').first()));
  }

  async download(name: string): Promise<{ fileName: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name }).click(),
    ]);
    return { fileName: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
