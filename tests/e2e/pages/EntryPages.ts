import type { Page } from 'playwright-core';

/** Sign-in and the first visit. */
export class EntryPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Signs in and waits until the report behind is there. */
  async signIn(login: string, password: string): Promise<void> {
    await this.trySignIn(login, password);
    await this.waitForReport();
  }

  /** Fills in the form and sends it by Enter; what comes of it is the caller's to see. */
  async trySignIn(login: string, password: string): Promise<void> {
    if (new URL(this.page.url(), 'http://-').pathname !== '/sign-in') await this.page.goto('/sign-in');
    await this.page.locator('input[autocomplete="username"]').fill(login);
    await this.page.locator('input[autocomplete="current-password"]').fill(password);
    await this.page.keyboard.press('Enter');
  }

  /** One of the demonstration's accounts, by its name. */
  async signInToDemo(name: string): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.getByRole('button', { name }).click();
    await this.waitForReport();
  }

  /** Everybody in these tests has one report, which opens by itself. */
  private async waitForReport(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Розділи звіту' }).waitFor();
  }

  alert() {
    return this.page.getByRole('alert').filter({ hasText: /./ });
  }
}
