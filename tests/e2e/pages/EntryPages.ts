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

  /** Fills in the form and sends it by Enter. The server's status; what the page makes of it is the caller's to see. */
  async trySignIn(login: string, password: string): Promise<number> {
    if (new URL(this.page.url(), 'http://-').pathname !== '/sign-in') await this.page.goto('/sign-in');
    // While an attempt is under way the form takes no other.
    await this.page.locator('button[type="submit"]:not([data-loading])').waitFor();
    await this.page.locator('input[autocomplete="username"]').fill(login);
    await this.page.locator('input[autocomplete="current-password"]').fill(password);
    const answer = this.page.waitForResponse((response) => response.request().method() === 'POST');
    await this.page.keyboard.press('Enter');
    return (await answer).status();
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
