import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findAxeViolations } from './findAxeViolations.ts';

/** Fails with a line for each element that breaks WCAG 2.1 A or AA, as far as axe can tell. `within` is a selector. */
export async function expectNoAxeViolations(page: Page, within = 'html'): Promise<void> {
  const { violations, passes } = await findAxeViolations(page, within);
  expect(violations, `axe on ${page.url()}`).toEqual([]);
  expect(passes, 'axe has looked at something').toBeGreaterThan(0);
}

/** As it looks in the light and in the dark, for what cannot be brought up twice. */
export async function expectNoAxeViolationsInBothThemes(page: Page, within = 'html'): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
    // The tables take the theme a moment after the page.
    await page.waitForFunction(
      (scheme) =>
        [...document.querySelectorAll<HTMLElement>('html, [data-ag-theme-mode]')].every(
          ({ dataset }) => (dataset.agThemeMode ?? dataset.mantineColorScheme) === scheme,
        ),
      colorScheme,
    );
    await expectNoAxeViolations(page, within);
  }
}
