import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isClientBuildStale } from '#server/tools/clientBuild.ts';

let root = '';

/** A file or folder whose last change was at this second. */
function put(path: string, second: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  utimesSync(join(root, path), second, second);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zvit-build-'));
  for (const path of ['client/app/App.tsx', 'shared/must.ts', 'vite.config.ts', 'package-lock.json'])
    put(path, 100);
  for (const folder of ['client/app', 'client', 'shared']) utimesSync(join(root, folder), 100, 100);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test('pages that were never built, or not to the end, are built', () => {
  expect(isClientBuildStale(root)).toBe(true);
  put('dist/index.html', 200);
  expect(isClientBuildStale(root)).toBe(true);
});

test('pages that are newer than everything they are made from are left alone', () => {
  put('dist/.built', 200);
  expect(isClientBuildStale(root)).toBe(false);
});

test.each(['client/app/App.tsx', 'shared/must.ts', 'vite.config.ts', 'package-lock.json'])(
  'pages are built again after a change of %s',
  (path) => {
    put('dist/.built', 200);
    put(path, 300);
    expect(isClientBuildStale(root)).toBe(true);
  },
);

test('pages are built again after a file was removed', () => {
  put('dist/.built', 200);
  rmSync(join(root, 'client/app/App.tsx'));
  expect(isClientBuildStale(root)).toBe(true);
});
