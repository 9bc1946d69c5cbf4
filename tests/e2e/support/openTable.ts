import { EntryPages } from '../pages/EntryPages.ts';
import { GridPage } from '../pages/GridPage.ts';
import { Shell } from '../pages/Shell.ts';
import type { PersonOptions, TestBrowser } from './openBrowser.ts';
import type { Product } from './startProduct.ts';

type Options = Omit<PersonOptions, 'baseUrl'> & {
  /** The address of the table; «Видатки» with all rows without it. */
  path?: string;
};

/** One of the demonstration's people at a table of the report, with its rows there. */
export async function openTable(
  { browser, product }: { browser: TestBrowser; product: Product },
  name: string,
  { path, ...person }: Options = {},
): Promise<GridPage> {
  const { page } = await browser.openPerson({ baseUrl: product.url, ...person });
  await new EntryPages(page).signInToDemo(name);
  if (path === undefined) await new Shell(page).openTab('Видатки');
  else await page.goto(path);
  const grid = new GridPage(page);
  await grid.waitForRows();
  return grid;
}
