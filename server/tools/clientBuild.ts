import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '#server/tools/projectRoot.ts';

/** What the built client is made from, relative to the project. */
const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];

/** Written last, so that a build that was cut short does not count as one. Its time is when the build began. */
const marker = 'dist/.built';

/** True when dist/ is missing, unfinished, or older than anything it is made from. */
export function isClientBuildStale(root = projectRoot): boolean {
  const builtAtMs = statSync(join(root, marker), { throwIfNoEntry: false })?.mtimeMs;
  if (builtAtMs === undefined) return true;
  return sources.some((source) => newestChangeMs(join(root, source)) > builtAtMs);
}

/** Builds client/ into dist/. Throws when the build fails; its output goes to this process's own. */
export async function buildClient(): Promise<void> {
  const startedAt = new Date();
  const build = spawn(process.execPath, [viteScript(), 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error('The client could not be built; the reason stands above.');
  writeFileSync(join(projectRoot, marker), '');
  utimesSync(join(projectRoot, marker), startedAt, startedAt);
}

export function viteScript(): string {
  return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
}

/** Directories count too: their time tells of a file that was removed. Zero for what is not there. */
function newestChangeMs(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChangeMs(join(path, name))),
    stats.mtimeMs,
  );
}
