import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Every element that passes would otherwise be described too, which takes longer than looking at it. */
const options = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  resultTypes: ['violations'],
  selectors: false,
};

type Answer = Pick<AxeResults, 'violations'> & { passes: number };

/** What axe has to say about a page. */
export type AxeFindings = {
  /** A line for each element that breaks WCAG 2.1 A or AA, as far as axe can tell. */
  violations: string[];
  /** How many rules have looked at something and found nothing wrong. */
  passes: number;
};

/** `within` is a selector. */
export async function findAxeViolations(page: Page, within = 'html'): Promise<AxeFindings> {
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
    const { violations, passes } = JSON.parse(String(answer.result.value)) as Answer;
    const lines = violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary ?? ''}`),
    );
    return { violations: lines, passes };
  } finally {
    await session.detach();
  }
}
