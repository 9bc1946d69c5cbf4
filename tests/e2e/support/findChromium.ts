import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

const nothingFound =
  'The browser tests need a Chromium, and none could be found or installed. Install Chromium, Chrome or Edge, ' +
  'or run "node_modules/.bin/playwright-core install --with-deps chromium", ' +
  'or set CHROMIUM_PATH to the program, and run the tests again.';

/**
 * Path of a browser that starts, looked for in this order: CHROMIUM_PATH, what is installed, what
 * playwright-core downloads, what apt-get installs for root on Debian.
 *
 * @throws Error with a sentence that says what to do; the browser tests are never skipped instead
 */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (await starts(given)) return given;
    throw new Error(
      `CHROMIUM_PATH is ${given}, and that does not start. Correct it, or unset it to have one found.`,
    );
  }
  return (
    (await firstThatStarts(installedPaths())) ?? (await download()) ?? (await installByApt()) ?? giveUp()
  );
}

/** Where the installers of Chromium, Chrome and Edge put them, on the platform this runs on. */
function installedPaths(): string[] {
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return programs.flatMap((program) =>
      folders.flatMap((folder) => (folder ? [join(folder, program)] : [])),
    );
  }
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  // The one without windows first: a page costs it half as much.
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (process.env.PATH ?? '/usr/bin').split(':');
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), '/snap/bin/chromium'];
}

async function firstThatStarts(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    if (await starts(path)) return path;
  }
  return null;
}

/** A file that is there may still be a stub, or lack its libraries: it has to print its version. */
async function starts(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  // On Windows a browser opens a window when asked for its version.
  if (process.platform === 'win32') return true;
  return run(path, ['--version'], { timeout: 60_000 }).then(
    () => true,
    () => false,
  );
}

async function download(): Promise<string | null> {
  if (!existsSync(chromium.executablePath())) {
    console.info('No Chromium is installed: downloading the one of playwright-core…');
    const cli = createRequire(import.meta.url)
      .resolve('playwright-core/package.json')
      .replace('package.json', 'cli.js');
    await runAloud(process.execPath, [cli, 'install', 'chromium']);
  }
  return firstThatStarts([chromium.executablePath()]);
}

async function installByApt(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.info('Installing Chromium by apt-get…');
  await runAloud('apt-get', ['update']);
  await runAloud('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell']);
  return firstThatStarts(installedPaths());
}

/** Failing is one of the expected ends: the next way is tried then. Everything goes to standard error. */
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
