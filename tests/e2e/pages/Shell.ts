import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readText } from './readText.ts';

export type Tab = 'Заходи' | 'Видатки' | 'Зведення' | 'Звіт';

/** What stands round every page: sections, state of saving, people, files, the user's menu. */
export class Shell {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a section and waits until it stands in place of the one before. */
  async openTab(tab: Tab): Promise<void> {
    const link = this.page.getByRole('navigation').getByRole('link', { name: tab, exact: true });
    await link.click();
    await link.and(this.page.locator('[aria-current="page"]')).waitFor();
  }

  /** The words on whether everything is saved, as they are seen. */
  saveState(): Promise<string> {
    return readText(this.saveBadge());
  }

  saveBadge(): Locator {
    return this.page.getByRole('banner').locator('button[data-state]');
  }

  async waitForState(state: string | RegExp): Promise<void> {
    const wait = expect.poll(() => this.saveState());
    await (typeof state === 'string' ? wait.toBe(state) : wait.toMatch(state));
  }

  /** Names of those who have the report open. */
  async readPeople(): Promise<string[]> {
    const names = this.page.getByRole('button', { name: /^Зараз тут/ }).locator('.visually-hidden');
    return ((await names.textContent()) ?? '').replace(/^Зараз тут: /, '').split(', ');
  }

  async chooseInMenu(name: string): Promise<void> {
    const menu = this.page.getByRole('banner').getByRole('button', { name: /^(Меню користувача|User menu)/ });
    if ((await menu.getAttribute('aria-expanded')) !== 'true') await menu.click();
    await this.page.getByRole('menu').getByText(name, { exact: true }).click();
  }

  signOut(): Promise<void> {
    return this.chooseInMenu('Вийти');
  }

  /** Takes a file from the «Експорт» menu. */
  async download(name: string): Promise<{ fileName: string; bytes: Buffer }> {
    await this.page.getByRole('button', { name: 'Експорт' }).click();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('menu').getByRole('menuitem', { name }).click(),
    ]);
    return { fileName: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** Where the links of the «Експорт» menu lead, by heading and name: `CSV стандартний (RFC 4180): Видатки`. */
  async readExportLinks(): Promise<Map<string, string>> {
    await this.page.getByRole('button', { name: 'Експорт' }).click();
    const items = this.page.getByRole('menu').getByRole('menuitem');
    await items.first().waitFor();
    const links = await items.evaluateAll((elements) =>
      elements.map((element): [string, string] => {
        const group = element.closest('[role="group"]')?.getAttribute('aria-label');
        const name = element.textContent ?? '';
        return [group ? `${group}: ${name}` : name, element.getAttribute('href') ?? ''];
      }),
    );
    await this.page.keyboard.press('Escape');
    return new Map(links);
  }
}
