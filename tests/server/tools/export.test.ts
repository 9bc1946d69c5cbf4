import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readZip } from '#server/export/gate/readZip.ts';
import { projectRoot } from '#server/tools/projectRoot.ts';
import { writeWholeFile } from '#server/tools/writeWholeFile.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { password } from '#tests/support/createPeople.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { runTool } from '#tests/support/runTool.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

describe('export as a command', () => {
  let server: TestServer;
  let dir: TempDir;
  let settings: { DATA_DIR: string; INIT_CWD: string };

  beforeAll(async () => {
    server = await startTestServer();
    const person = new ApiClient(server.url);
    await person.post('/api/setup', { name: 'Хтось', login: 'administrator', password, loadExample: true });
  });
  beforeEach(async () => {
    dir = await createTempDir();
    settings = { DATA_DIR: server.config.dataDir, INIT_CWD: dir.path };
    return () => dir.remove();
  });
  afterAll(() => server.stop());

  const run = (...argv: string[]) => runTool('export', argv, settings);

  test('EXP-60 writes every format beside a running server, into a folder relative to where the person is', async () => {
    const { exitCode, output } = await run(
      '--report',
      '2020',
      '--format',
      'docx,pdf,xlsx,html,md,csv,opendata',
      '--out',
      'out',
    );
    expect(output).toContain('Звіт_2020.xlsx');
    expect(exitCode).toBe(0);
    expect((await readdir(join(dir.path, 'out'))).sort()).toEqual(
      [
        ...['Заходи', 'Видатки', 'Підсумки'].flatMap((name) => [
          `${name}_2020.csv`,
          `${name}_2020_excel.csv`,
        ]),
        'Звіт_2020.docx',
        'Звіт_2020.html',
        'Звіт_2020.md',
        'Звіт_2020.pdf',
        'Звіт_2020.xlsx',
        'Звіт_2020_відкриті_дані.zip',
      ].sort(),
    );
    const page = await readFile(join(dir.path, 'out/Звіт_2020.html'), 'utf8');
    expect(page).toContain('437\u00A0603,56\u00A0грн');
    const files = readZip(await readFile(join(dir.path, 'out/Звіт_2020_відкриті_дані.zip')));
    expect(files.get('datapackage.json')).toContain('datapackage.org/profiles/2.0');
  });

  test('EXP-60 a draft says so; a report is found by its id too', async () => {
    expect((await run('--report', 'r2020', '--format', 'md', '--out', '.', '--draft')).exitCode).toBe(0);
    expect(await readFile(join(dir.path, 'Звіт_2020_чернетка.md'), 'utf8')).toMatch(/^\*\*ЧЕРНЕТКА\*\*/);
  });

  test.each([
    [['--report', '1999', '--format', 'md', '--out', 'out'], 'There is no such report'],
    [['--report', '2020', '--format', 'md,latex', '--out', 'out'], 'There is no such file format'],
    [['--report', '2020', '--format', 'md'], '--out DIR'],
    [['--report', '2020', '--format', 'md', '--out', 'out', '--publish'], '--out DIR'],
  ])('EXP-61 refuses %j, and writes nothing', async (argv, text) => {
    const { exitCode, output } = await run(...argv);
    expect(exitCode).toBe(1);
    expect(output).toContain(text);
    expect(await readdir(dir.path)).toEqual([]);
  });

  test('EXP-61 without a database it says so and makes none', async () => {
    settings.DATA_DIR = join(dir.path, 'nowhere');
    const { exitCode, output } = await run('--report', '2020', '--format', 'md', '--out', 'out');
    expect(exitCode).toBe(1);
    expect(output).toContain('zvit.sqlite');
    expect(await readdir(dir.path)).toEqual([]);
  });

  test('EXP-62 a file that does not fit leaves nothing unfinished, and what was there before', async () => {
    const target = join(dir.path, 'Звіт_2020.html');
    await writeFile(target, 'попередній');
    // The system ends every file after sixteen kilobytes, as a full disk would.
    const child = spawn(
      'bash',
      [
        '-c',
        'ulimit -f 16; exec "$0" "$@"',
        process.execPath,
        'server/tools/export.ts',
        '--report',
        '2020',
        '--format',
        'html',
        '--out',
        '.',
      ],
      { cwd: projectRoot, env: { PATH: process.env.PATH, ...settings }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(errors).toContain(`The file ${target} was not written`);
    expect(await readdir(dir.path)).toEqual(['Звіт_2020.html']);
    expect(await readFile(target, 'utf8')).toBe('попередній');
  });

  test('EXP-62 a folder that is none is named', async () => {
    await writeFile(join(dir.path, 'file'), '');
    await expect(writeWholeFile(join(dir.path, 'file'), 'a.txt', new Uint8Array(1))).rejects.toMatchObject({
      code: 'export.not-written',
    });
    expect((await run('--report', '2020', '--format', 'md', '--out', 'file')).exitCode).toBe(1);
  });
});
