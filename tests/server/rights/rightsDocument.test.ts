import { expect, test } from 'vitest';
import { printRights } from './printRights.ts';
import { httpTries } from './tries/httpTries.ts';

test('ACC-142 docs/RIGHTS.md is the table of today', async () => {
  const page = printRights(httpTries);
  await expect(page, 'npx vitest run tests/server/rights -u').toMatchFileSnapshot('../../../docs/RIGHTS.md');
});
