import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { writeReportHtml } from '#server/export/html/writeReportHtml.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildEveryBlock, withText } from '#tests/support/buildTextModel.ts';
import { createTempDir } from '#tests/support/createTempDir.ts';
import { expectNoAxeViolations } from './support/expectNoAxeViolations.ts';
import { openBrowser } from './support/openBrowser.ts';

test('EXP-52 the exported page passes axe, and its numbers lead to their rows without a script', async () => {
  const dir = await createTempDir();
  const browser = await openBrowser();
  try {
    const model = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));
    const file = join(dir.path, 'Звіт_2020.html');
    await writeFile(file, writeReportHtml(withText(model, 2, buildEveryBlock(model)), { isDraft: true }));
    const { page } = await browser.openPerson({ baseUrl: pathToFileURL(dir.path).href });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);

    await page.getByRole('link', { name: '47\u00A0580,00\u00A0грн' }).click();
    const door = page.getByRole('region', { name: '47\u00A0580,00\u00A0грн' });
    await door.waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoAxeViolations(page);
    }
    await door.getByRole('link', { name: '№ 1', exact: true }).click();
    await door.waitFor({ state: 'hidden' });
    const row = page.locator('tr:target');
    expect(await row.innerText()).toContain(String(model.expenditures[0]?.values.measure));
    await page.locator('#totals').getByRole('link', { name: '330\u00A0165,56' }).click();
    expect(await page.locator('tbody:target tr').count()).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
  } finally {
    await browser.stop();
    await dir.remove();
  }
});
