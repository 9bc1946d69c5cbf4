import type { Page } from 'playwright-core';

/** Sign-in and the first visit. */
export class EntryPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Signs in and waits until the pages behind are there. */
  async signIn(login: string, password: string): Promise<void> {
    await this.trySignIn(login, password);
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  /** Fills in the form and sends it by Enter; what comes of it is the caller's to see. */
  async trySignIn(login: string, password: string): Promise<void> {
    if (new URL(this.page.url(), 'http://-').pathname !== '/sign-in') await this.page.goto('/sign-in');
    await this.page.getByLabel('Ім’я для входу').fill(login);
    await this.page.getByRole('textbox', { name: 'Пароль' }).fill(password);
    await this.page.keyboard.press('Enter');
  }

  /** One of the demonstration's accounts, by its name. */
  async signInToDemo(name: string): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.getByRole('button', { name }).click();
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  alert() {
    return this.page.getByRole('alert').filter({ hasText: /./ });
  }
}
