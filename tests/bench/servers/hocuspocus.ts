import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { reportReady } from './child.ts';

/** Stock Hocuspocus with its SQLite extension: the defaults of both. */
const [dataDir = '', port = '0'] = process.argv.slice(2);
const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  extensions: [new SQLite({ database: join(dataDir, 'hocuspocus.sqlite') })],
});
await server.listen();
reportReady({ url: `ws://127.0.0.1:${server.address.port}`, headers: {} });
