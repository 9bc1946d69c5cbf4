import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#server/tools/projectRoot.ts';

const LockedPackage = z.object({
  version: z.string().optional(),
  gypfile: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const { packages } = z
  .object({ packages: z.record(z.string(), LockedPackage) })
  .parse(JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')));

/**
 * better-sqlite3 carries its binaries and says `gypfile: false`, but npm forgets that when it installs
 * from a lockfile, and compiles it: `npm ci` would then need Python, make and a C++ compiler. The line
 * in the lockfile prevents it, and `npm install` drops it: put it back after the version.
 */
test('package-lock.json keeps npm from compiling better-sqlite3', () => {
  expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
});

/** `npm ci` refuses a lockfile that lacks the package of another platform. */
test('package-lock.json has the packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('only reviewed packages have install scripts', () => {
  const withScripts = Object.entries(packages).filter(
    ([path, locked]) => path !== '' && locked.hasInstallScript,
  );
  expect(withScripts.map(([path]) => path).sort()).toEqual(['node_modules/leveldown', 'node_modules/node']);
});
