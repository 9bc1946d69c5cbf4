import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const packages = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'];

const nothingFound =
  'The tests of the office files need LibreOffice with Writer and Calc, and none could be found or installed. ' +
  `Install it (on Debian: apt-get install ${packages.join(' ')}), ` +
  'or set SOFFICE_PATH to its program soffice, and run the tests again.';

/**
 * Path of a LibreOffice that has Writer and Calc: SOFFICE_PATH, what is installed, what apt-get
 * installs for root on Debian.
 *
 * @throws Error with a sentence that says what to do; the tests are never skipped instead
 */
export async function findOffice(): Promise<string> {
  const given = process.env.SOFFICE_PATH;
  if (given !== undefined && given !== '') {
    if (await starts(given)) return given;
    throw new Error(`SOFFICE_PATH is ${given}, and that does not start. Correct it, or unset it.`);
  }
  return (await findInstalled()) ?? (await installByApt()) ?? giveUp();
}

function installedPaths(): string[] {
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']];
    return folders.flatMap((folder) => (folder ? [join(folder, 'LibreOffice/program/soffice.exe')] : []));
  }
  if (process.platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  const folders = (process.env.PATH ?? '/usr/bin').split(':');
  return folders.flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)));
}

async function findInstalled(): Promise<string | null> {
  for (const path of installedPaths()) if (existsSync(path) && (await starts(path))) return path;
  return null;
}

/** Debian packs Writer and Calc apart: a LibreOffice may be there without the one that is needed. */
async function starts(path: string): Promise<boolean> {
  const folder = '/usr/lib/libreoffice/program';
  if (existsSync(folder) && !['libswlo.so', 'libsclo.so'].every((name) => existsSync(join(folder, name))))
    return false;
  return run(path, ['--version'], { timeout: 60_000 }).then(
    () => true,
    () => false,
  );
}

async function installByApt(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  await runAloud('apt-get', ['update']);
  await runAloud('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
  return findInstalled();
}

/** Failing is one of the expected ends. Everything goes to standard error. */
async function runAloud(program: string, argv: readonly string[]): Promise<void> {
  const child = spawn(program, argv, {
    stdio: ['ignore', process.stderr, process.stderr],
    timeout: 10 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  await once(child, 'close').catch((error: unknown) => console.error(String(error)));
}

function giveUp(): never {
  throw new Error(nothingFound);
}
