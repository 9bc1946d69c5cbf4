import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { projectRoot } from '#server/tools/projectRoot.ts';

export type GivenFile = { name: string; bytes: Buffer };

export async function readImportFixture(name: string): Promise<GivenFile> {
  return { name, bytes: await readFile(join(projectRoot, 'tests/fixtures/import', name)) };
}

/** The import of a file, as a person goes through it. */
export class ImportDialog {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  dialog(): Locator {
    return this.page.getByRole('dialog').filter({ hasText: /Імпорт у|Import into/ });
  }

  /** As from the desktop: the file hangs over the table, and is let go there. */
  async drop({ name, bytes }: GivenFile): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, base64]) => {
        const data = new DataTransfer();
        const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([content], fileName));
        return data;
      },
      [name, bytes.toString('base64')] as const,
    );
    const target = this.page.locator('.ag-root-wrapper');
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await target.dispatchEvent(type, { dataTransfer: transfer });
    }
  }

  /** By the button above the table, and the browser's own window for choosing. */
  async choose({ name, bytes }: GivenFile): Promise<void> {
    await this.page
      .getByRole('toolbar')
      .getByRole('button', { name: /^(Імпорт|Import)$/ })
      .click();
    await this.give({ name, bytes });
  }

  /** In the open dialog. */
  async give({ name, bytes }: GivenFile): Promise<void> {
    await this.dialog()
      .locator('input[type="file"]')
      .or(this.page.locator('input[type="file"]'))
      .first()
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  }

  step(name: string): Promise<void> {
    return this.dialog().locator('[aria-current="step"]', { hasText: name }).waitFor();
  }

  async goOn(): Promise<void> {
    await this.dialog()
      .getByRole('button', { name: /^(Далі|Next)$/ })
      .click();
  }

  /** From the sheet to the preview, with everything as it was guessed. */
  async goToPreview(): Promise<void> {
    await this.step('Аркуш');
    await this.goOn();
    await this.step('Стовпці');
    await this.goOn();
    await this.step('Перегляд');
  }

  async import(): Promise<void> {
    await this.dialog()
      .getByRole('button', { name: /^(Імпортувати|Import)$/ })
      .click();
  }

  section(name: string): Locator {
    return this.dialog().getByRole('region', { name });
  }
}
