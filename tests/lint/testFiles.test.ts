import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/tools/projectRoot.ts';

/** The folders of vitest.config.ts; a test file elsewhere would never run, and nobody would notice. */
const testedFolders = ['shared', 'client', 'lint', 'support', 'contract', 'fuzz', 'server', 'e2e'];

test('every test file stands in a folder whose tests are run', () => {
  const files = globSync('{client,server,shared,tests}/**/*.{test,spec}.*', { cwd: projectRoot });
  const forgotten = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !testedFolders.some((folder) => file.startsWith(`tests/${folder}/`)));
  expect(files.length).toBeGreaterThan(0);
  expect(forgotten).toEqual([]);
});
