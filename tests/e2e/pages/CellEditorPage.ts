import type { Locator, Page } from 'playwright-core';
import { readText } from './readText.ts';

/** The open editor of a cell, and what hangs from it. */
export class CellEditorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  field(): Locator {
    return this.page.locator('[data-layout] [data-editor]').locator('input, textarea');
  }

  /** What others do to the cell, as it is said while one types. */
  readNotes(): Promise<string> {
    return readText(this.page.locator('[data-below] [role="status"]').first());
  }

  question(name: string): Locator {
    return this.page.getByRole('alertdialog', { name });
  }

  /** The question about two values for one cell. */
  conflict(): Locator {
    return this.question('Цю клітинку щойно змінили');
  }

  deleted(): Locator {
    return this.question('Рядок видалено');
  }

  async answer(button: string): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: button, exact: true }).click();
  }

  /** What was typed and could not be kept in its cell. */
  keptText(): Locator {
    return this.page.getByRole('alert').filter({ hasText: 'Введене не збережено' });
  }

  async closeKeptText(): Promise<void> {
    await this.keptText().locator('.mantine-Notification-closeButton').click();
    await this.keptText().waitFor({ state: 'detached' });
  }
}
