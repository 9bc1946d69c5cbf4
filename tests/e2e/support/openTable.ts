import { GridPage } from '../pages/GridPage.ts';
import { openReport } from './openReport.ts';

type Arguments = Parameters<typeof openReport>;

/** Somebody at a table of the report, with its rows there: «Видатки» of the example without a path. */
export async function openTable(
  product: Arguments[0],
  account: Arguments[1],
  { path = '/reports/r2020/expenditures', ...options }: Arguments[2] = {},
): Promise<GridPage> {
  const { page } = await openReport(product, account, { path, ...options });
  const grid = new GridPage(page);
  await grid.waitForRows();
  return grid;
}
