import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';
import { findChromium } from '#tests/e2e/support/findChromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromiumPath: string;
    /** Folder with a file for each product that runs, named by its process id. */
    runningProducts: string;
  }
}

/**
 * Once before all browser tests: the pages are built as a person would get them, and a browser is found.
 * Once after them: a product that a failed test left running is ended.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (isClientBuildStale()) await buildClient();
  const runningProducts = await mkdtemp(join(tmpdir(), 'zvit-products-'));
  project.provide('chromiumPath', await findChromium());
  project.provide('runningProducts', runningProducts);
  return async () => {
    for (const processId of await readdir(runningProducts)) process.kill(Number(processId), 'SIGKILL');
    await rm(runningProducts, { recursive: true, force: true });
  };
}
