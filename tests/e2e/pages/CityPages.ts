import type { Page } from 'playwright-core';
import { readText } from './readText.ts';

/** The pages by which an administrator sets a city up from nothing. */
export class CityPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The first visit, without the example. */
  async setUp(name: string, login: string, password: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByLabel('Ім’я', { exact: true }).fill(name);
    await this.page.getByLabel('Ім’я для входу').fill(login);
    await this.page.getByRole('textbox', { name: 'Пароль' }).fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('radio', { name: 'Почати з порожнього' }).check();
    await this.page.getByRole('button', { name: 'Створити' }).click();
    await this.page.getByRole('heading', { name: 'Готово' }).waitFor();
  }

  /** Several organisations by one file; what the city then has. */
  async importOrganisations(csv: string, shown: string): Promise<void> {
    await this.page.goto('/organisations');
    await this.page.getByRole('button', { name: 'Імпорт CSV' }).click();
    const buffer = Buffer.from(csv);
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'vykonavtsi.csv', mimeType: 'text/csv', buffer });
    await this.page.getByRole('button', { name: 'Імпортувати' }).click();
    await this.page.getByRole('cell', { name: shown }).first().waitFor();
  }

  /** A report of a new programme; stands at its structure then, and its id is given. */
  async createReport(report: {
    programme: string;
    community: string;
    year: string;
    title: string;
  }): Promise<string> {
    await this.page.goto('/reports/new');
    await this.page.getByLabel('Назва програми').fill(report.programme);
    await this.page.getByLabel('Громада').fill(report.community);
    await this.page.getByLabel('Рік', { exact: true }).fill(report.year);
    await this.page.getByLabel('Назва звіту').fill(report.title);
    await this.page.getByRole('button', { name: 'Створити звіт' }).click();
    await this.page.getByRole('heading', { name: 'Виконавці у звіті' }).waitFor();
    return /\/reports\/([^/]+)\//.exec(this.page.url())?.[1] ?? '';
  }

  /** On the page of the structure. */
  async join(name: string, shown: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Додати виконавця' }).click();
    await this.page.getByRole('combobox', { name: 'Виконавець' }).fill(name);
    await this.page.getByRole('option', { name }).click();
    await this.save();
    await this.page.getByText(shown).first().waitFor();
  }

  /** On the page of the structure. */
  async addDirection(title: string, heading: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Додати напрям' }).click();
    await this.page.getByLabel('Назва').fill(title);
    await this.save();
    await this.page.getByRole('heading', { name: heading }).waitFor();
  }

  /** On the page of the structure. */
  async addIndicator(direction: number, title: string, forms: [string, string, string]): Promise<void> {
    await this.page.getByRole('button', { name: `Додати показник у напрям ${direction}` }).click();
    await this.page.getByLabel('Назва').fill(title);
    for (const [index, label] of ['1 …', '2 …', '5 …'].entries()) {
      await this.page.getByLabel(label).fill(forms[index] ?? '');
    }
    await this.save();
    await this.page.getByText(forms.join(', ')).waitFor();
  }

  /** Gives the address that the person is to open. */
  async invite(name: string, login: string, role: string, organisation: string | null): Promise<string> {
    await this.page.goto('/users');
    await this.page.getByRole('button', { name: 'Додати користувача' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Новий користувач' });
    await dialog.getByLabel('Ім’я', { exact: true }).fill(name);
    await dialog.getByLabel('Ім’я для входу').fill(login);
    await dialog.getByRole('combobox', { name: /Роль у звіті/ }).click();
    await this.page.getByRole('option', { name: role }).click();
    if (organisation !== null) {
      await dialog.getByRole('combobox', { name: /Заповнює аркуші/ }).click();
      await this.page.getByRole('option', { name: organisation }).click();
      await this.page.keyboard.press('Escape');
    }
    await dialog.getByRole('button', { name: 'Зберегти' }).click();
    const link = this.page.getByRole('region', { name: `Посилання для користувача: ${name}` });
    const address = await readText(link.locator('code'));
    await link.getByRole('button', { name: 'Готово' }).click();
    return address;
  }

  /** Whoever was invited opens the link and stands in the report. */
  async acceptInvitation(address: string, password: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByLabel('Пароль', { exact: true }).fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('navigation', { name: 'Розділи звіту' }).waitFor();
  }

  private async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Додати', exact: true }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}
