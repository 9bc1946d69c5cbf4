import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Every element that passes would otherwise be described too, which takes longer than looking at it. */
const options = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  resultTypes: ['violations'],
  selectors: false,
};

/** `passes`: how many rules have looked at something and found nothing wrong. */
type Answer = Pick<AxeResults, 'violations'> & { passes: number };

/** Fails with a line for each element that breaks WCAG 2.1 A or AA, as far as axe can tell. `within` is a selector. */
export async function expectNoAxeViolations(page: Page, within = 'html'): Promise<void> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // By the debugger and not as a script of the page: its content security policy would refuse that.
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Runtime.evaluate', { expression: source });
    const answer = await session.send('Runtime.evaluate', {
      expression: `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)}).then(({ violations, passes }) => JSON.stringify({ violations, passes: passes.length }))`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(`axe failed: ${JSON.stringify(answer.exceptionDetails)}`);
    const results = JSON.parse(String(answer.result.value)) as Answer;
    const violations = results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary ?? ''}`),
    );
    expect(violations, `axe on ${page.url()}`).toEqual([]);
    expect(results.passes, 'axe has looked at something').toBeGreaterThan(0);
  } finally {
    await session.detach();
  }
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
