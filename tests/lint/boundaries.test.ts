import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#server/tools/projectRoot.ts';
import { runProcess } from '#tests/support/run/runProcess.ts';

/**
 * The linter enforces who may import whom (docs/ARCHITECTURE.md). This proves that it does: a folder of
 * sample files, each with one import, linted by the project's own settings.
 */

const refused: [importer: string, imported: string][] = [
  ['shared/money/a.ts', '#server/log/createLogger.ts'],
  ['shared/money/a.ts', '../../client/app/App.tsx'],
  ['shared/totals/a.ts', 'node:fs'],
  ['shared/totals/a.ts', 'react'],
  ['shared/totals/a.ts', 'yjs'],
  ['shared/report/a.ts', 'express'],
  ['shared/sheet/a.ts', '#server/storage/Storage.ts'],
  ['shared/sheet/a.ts', 'node:crypto'],
  ['client/control/a.tsx', '#server/storage/Storage.ts'],
  ['client/control/a.tsx', '../../server/storage/Storage.ts'],
  ['client/control/a.tsx', '#tests/support/a.ts'],
  ['client/control/a.tsx', 'node:path'],
  ['client/control/a.tsx', 'yjs'],
  ['client/control/a.tsx', '@hocuspocus/provider'],
  ['client/control/a.tsx', 'ag-grid-community'],
  ['client/control/a.tsx', '@tiptap/react'],
  ['client/sync/a.ts', '@tiptap/core'],
  ['shared/narrative/a.ts', '@tiptap/core'],
  ['client/report/a.tsx', 'yjs'],
  ['client/grid/a.tsx', 'yjs'],
  ['client/grid/a.tsx', '#server/storage/Storage.ts'],
  ['client/sync/a.ts', 'ag-grid-react'],
  ['client/sync/a.ts', 'pg'],
  ['server/http/a.ts', '#client/app/App.tsx'],
  ['server/http/a.ts', 'kysely'],
  ['server/http/a.ts', 'better-sqlite3'],
  ['server/http/a.ts', 'yjs'],
  ['server/accounts/a.ts', '../../client/app/App.tsx'],
  ['server/collaboration/a.ts', 'pg'],
  ['server/collaboration/extensions/a.ts', '#client/app/App.tsx'],
  ['server/storage/a.ts', 'yjs'],
  ['server/storage/a.ts', '#client/app/App.tsx'],
  ['server/export/a.ts', '#server/storage/Storage.ts'],
  ['server/export/a.ts', '../storage/Storage.ts'],
  ['server/export/a.ts', 'yjs'],
  ['server/export/a.ts', 'express'],
];

const allowed: [importer: string, imported: string][] = [
  ['shared/sheet/a.ts', 'yjs'],
  ['shared/totals/a.ts', '../model/ids.ts'],
  ['client/sync/a.ts', 'yjs'],
  ['client/sync/a.ts', '@hocuspocus/provider'],
  ['client/grid/a.tsx', 'ag-grid-community'],
  ['client/report/a.tsx', '@tiptap/react'],
  ['client/control/a.tsx', '#shared/model/ids.ts'],
  ['server/collaboration/a.ts', 'yjs'],
  ['server/storage/a.ts', 'kysely'],
  ['server/http/a.ts', 'express'],
  ['server/http/a.ts', '#server/storage/Storage.ts'],
  ['server/export/a.ts', 'exceljs'],
  ['server/export/a.ts', '#shared/money/formatMoney.ts'],
  ['tests/server/a.ts', 'yjs'],
  ['tests/server/a.ts', '#server/storage/openStorage.ts'],
];

/** Whole files that break a rule which is not about one import. */
const broken: [rule: string, files: Record<string, string>][] = [
  ['lint/style/noProcessEnv', { 'server/http/env.ts': 'export const home = process.env.HOME;\n' }],
  ['lint/style/noDefaultExport', { 'shared/money/named.ts': 'const a = 1;\nexport default a;\n' }],
  ['lint/performance/noBarrelFile', { 'shared/money/barrel.ts': "export { a } from './a.ts';\n" }],
  [
    'lint/suspicious/noImportCycles',
    {
      'server/http/one.ts': "import { two } from '#server/http/two.ts';\nexport const one = () => two;\n",
      'server/http/two.ts': "import { one } from '#server/http/one.ts';\nexport const two = () => one;\n",
    },
  ],
  [
    'lint/suspicious/noImportCycles',
    {
      'server/http/typeOne.ts': "import type { Two } from './typeTwo.ts';\nexport type One = Two | null;\n",
      'server/http/typeTwo.ts': "import type { One } from './typeOne.ts';\nexport type Two = One[];\n",
    },
  ],
  [
    'lint/nursery/noFloatingPromises',
    { 'server/http/floating.ts': 'async function a() {}\nexport function b() {\n  a();\n}\n' },
  ],
  ['lint/suspicious/noExplicitAny', { 'shared/money/any.ts': 'export const a = (b: any) => b;\n' }],
  [
    'lint/style/noNonNullAssertion',
    { 'shared/money/bang.ts': 'export const a = (b?: string) => b!.length;\n' },
  ],
];

const Report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), message: z.string(), location: z.object({ path: z.string() }) }),
  ),
});

let folder = '';
let diagnostics: z.infer<typeof Report>['diagnostics'] = [];
const sampleFiles = new Map<string, string>();

/** One file for each import, beside the others: `shared/money/a.ts` becomes `shared/money/a7.ts`. */
function addSample(importer: string, imported: string): string {
  const path = importer.replace(/a(\.tsx?)$/, `a${sampleFiles.size}$1`);
  sampleFiles.set(path, `import type * as sample from '${imported}';\nexport type Sample = typeof sample;\n`);
  return path;
}

const refusedSamples = refused.map(([importer, imported]) => ({
  path: addSample(importer, imported),
  imported,
}));
const allowedSamples = allowed.map(([importer, imported]) => ({
  path: addSample(importer, imported),
  imported,
}));
for (const [, files] of broken) for (const [path, text] of Object.entries(files)) sampleFiles.set(path, text);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zvit-lint-'));
  for (const name of ['biome.json', 'package.json', '.gitignore', 'tsconfig.json']) {
    await cp(join(projectRoot, name), join(folder, name));
  }
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of sampleFiles) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const { stdout } = await runProcess([biome, 'lint', '--reporter=json', '--max-diagnostics=none', folder], {
    echo: false,
    cwd: folder,
    timeoutMs: 60_000,
  });
  diagnostics = Report.parse(
    JSON.parse(stdout.split('\n').find((line) => line.startsWith('{')) ?? ''),
  ).diagnostics;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function found(path: string, rule: string) {
  return diagnostics.filter(({ category, location }) => category === rule && location.path.endsWith(path));
}

describe('the linter refuses, and says why', () => {
  test.each(refusedSamples)('$path importing $imported', ({ path }) => {
    const messages = found(path, 'lint/style/noRestrictedImports').map(({ message }) => message);
    expect(messages).toHaveLength(1);
    expect(messages[0], 'the message gives the reason').toMatch(/^[A-Zs].+[:,] .+\.$/);
  });

  test.each(broken)('%s', (rule, files) => {
    for (const path of Object.keys(files)) expect(found(path, rule), path).not.toEqual([]);
  });
});

describe('the linter allows', () => {
  test.each(allowedSamples)('$path importing $imported', ({ path }) => {
    expect(found(path, 'lint/style/noRestrictedImports')).toEqual([]);
  });
});
