import { rowsPerSheet, sheets, startBrowserTown } from '../browser/BrowserTown.ts';
import { watchPage } from '../browser/watchPage.ts';
import type { CaseReport } from '../report/Measure.ts';

/** What a quick thumb does. */
const pixelsPerSecond = 4_000;
const flicks = 3;
const pixelsPerFlick = 15_000;

/** «Видатки» on a phone: 10,000 cards pass by. */
export async function runSmallCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const town = await startBrowserTown();
  try {
    const page = await town.open('/reports/r1/expenditures', { width: 390, height: 844 });
    await page.getByRole('button', { name: 'Збережено' }).waitFor();
    await page.locator('[data-row]').first().waitFor();
    const devtools = await page.context().newCDPSession(page);
    const stopWatching = await watchPage(page);
    for (let flick = 0; flick < (isQuick ? 1 : flicks); flick += 1) {
      await devtools.send('Input.synthesizeScrollGesture', {
        x: 200,
        y: 400,
        yDistance: -pixelsPerFlick,
        speed: pixelsPerSecond,
        gestureSourceType: 'mouse',
        preventFling: true,
      });
    }
    const watch = await stopWatching();
    return {
      title: `In the browser: ${sheets * rowsPerSheet} cards on a small screen`,
      measures: [
        {
          label: 'longest task while they are scrolled',
          unit: 'ms',
          values: { zvit: watch.longestTaskMs },
          budget: 200,
        },
        {
          label: 'longest run of the page’s own code in it',
          unit: 'ms',
          values: { zvit: watch.longestScriptMs },
        },
        { label: 'tasks of 50 ms and more', unit: '', values: { zvit: watch.longTasks } },
        { label: 'frames dropped', unit: '%', values: { zvit: watch.droppedPercent } },
      ],
      notes: [`By ${pixelsPerSecond} pixels a second, as a quick thumb does.`],
    };
  } finally {
    await town.stop();
  }
}
