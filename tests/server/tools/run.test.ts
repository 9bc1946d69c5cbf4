import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '#server/tools/projectRoot.ts';
import { runProcess } from '#tests/support/run/runProcess.ts';

/** What an old Node is to run.js: one that cannot read TypeScript. */
const asOldNode = '--no-strip-types';
const options = { echo: false, timeoutMs: 60_000 };

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zvit-run-'));
  await writeFile(
    join(folder, 'script.ts'),
    'const [, script, ...rest]: string[] = process.argv;\n' +
      "console.log(script?.endsWith('script.ts'), ...rest);\nprocess.exitCode = 3;\n",
  );
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('runs a script with its arguments and its exit code', async () => {
  const argv = ['server/tools/run.js', join(folder, 'script.ts'), 'a', '--b'];
  expect(await runProcess(argv, options)).toMatchObject({ exitCode: 3, output: 'true a --b\n' });
});

test('an old Node hands over to the one that npm ci installed', async () => {
  const argv = [asOldNode, 'server/tools/run.js', join(folder, 'script.ts'), 'a', '--b'];
  expect(await runProcess(argv, options)).toMatchObject({ exitCode: 3, output: 'true a --b\n' });
});

test('an old Node without it says what to do, in both languages', async () => {
  await mkdir(join(folder, 'server/tools'), { recursive: true });
  await cp(join(projectRoot, 'server/tools/run.js'), join(folder, 'server/tools/run.js'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const argv = [asOldNode, join(folder, 'server/tools/run.js'), join(folder, 'script.ts')];
  const { exitCode, output } = await runProcess(argv, options);
  expect(exitCode).toBe(1);
  expect(output).toContain('Zvit потребує Node 24');
  expect(output).toContain('Zvit needs Node 24');
});
