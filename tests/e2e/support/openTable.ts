import { GridPage } from '../pages/GridPage.ts';
import type { PersonOptions, TestBrowser } from './openBrowser.ts';
import { type Account, signIn } from './signIn.ts';

type Options = Omit<PersonOptions, 'baseUrl'> & {
  /** The address of the table; «Видатки» of the example with all rows without it. */
  path?: string;
};

/** Somebody at a table of the report, with its rows there. */
export async function openTable(
  { browser, product }: { browser: TestBrowser; product: { url: string } },
  account: Account,
  { path = '/reports/r2020/expenditures', ...person }: Options = {},
): Promise<GridPage> {
  const { context, page } = await browser.openPerson({ baseUrl: product.url, ...person });
  await signIn(context, product.url, account);
  await page.goto(path);
  const grid = new GridPage(page);
  await grid.waitForRows();
  return grid;
}
