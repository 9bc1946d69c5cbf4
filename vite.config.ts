import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = 'http://127.0.0.1:3000';

/** Lists the built files for the service worker, which keeps them for a reload without a network. */
function listFiles(): Plugin {
  return {
    name: 'list-files',
    generateBundle: {
      // After Vite has left out chunks that hold nothing.
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle)
          .filter((name) => name.startsWith('assets/') && !name.endsWith('.map'))
          .map((name) => `/${name}`);
        this.emitFile({ type: 'asset', fileName: 'files.json', source: JSON.stringify(files.sort()) });
      },
    },
  };
}

export default defineConfig({
  root: 'client',
  plugins: [react(), listFiles()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: true,
    // Inlined files would need `data:` for scripts and fonts in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // What every page needs comes as one file: dozens of small ones cost more than they spare.
      output: { codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }] } },
    },
  },
  server: {
    port: 5173,
    strictPort: false,
    proxy: {
      '/api': server,
      '/collaboration': { target: server, ws: true },
      '/yjs': { target: server, ws: true },
    },
  },
});
