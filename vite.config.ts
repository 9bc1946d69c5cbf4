import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The `Host` is left as it came, so that the server's origin check sees one and the same place. */
const server = { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false };

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: true,
    // Inlined files would need `data:` for scripts and fonts in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: {
    port: 5173,
    strictPort: false,
    proxy: {
      '/api': server,
      '/collaboration': { ...server, ws: true },
      '/yjs': { ...server, ws: true },
    },
  },
});
