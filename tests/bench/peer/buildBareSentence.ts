import { join, resolve } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '#server/tools/projectRoot.ts';

/** Builds the page of `bareSentence.ts` into the folder. Returns the script. */
export async function buildBareSentence(outDir: string): Promise<string> {
  const fileName = 'bareSentence.js';
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      lib: {
        entry: resolve(import.meta.dirname, 'bareSentence.ts'),
        formats: ['iife'],
        name: 'bareSentenceBundle',
        fileName: () => fileName,
      },
    },
  });
  return join(outDir, fileName);
}
