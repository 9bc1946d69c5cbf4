import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '#server/tools/projectRoot.ts';

const own = resolve(projectRoot, 'client/grid/RowFlow.ts');
const peer = resolve(import.meta.dirname, 'RowFlow.ts');

/** Builds the client with the peer's way of showing rows in place of the product's. Returns its folder. */
export async function buildPeerClient(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'zvit-peer-'));
  await build({
    configFile: resolve(projectRoot, 'vite.config.ts'),
    root: resolve(projectRoot, 'client'),
    logLevel: 'warn',
    plugins: [
      {
        name: 'peer',
        enforce: 'pre',
        async resolveId(source, importer) {
          if (!source.endsWith('/RowFlow.ts') || importer === peer) return null;
          const found = await this.resolve(source, importer, { skipSelf: true });
          return found?.id === own ? peer : null;
        },
      },
    ],
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}
