import type { TestProject } from 'vitest/node';
import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';
import { findChromium } from '#tests/e2e/support/findChromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromiumPath: string;
  }
}

/** Once before all browser tests: the pages are built as a person would get them, and a browser is found. */
export async function setup(project: TestProject): Promise<void> {
  if (isClientBuildStale()) await buildClient();
  project.provide('chromiumPath', await findChromium());
}
