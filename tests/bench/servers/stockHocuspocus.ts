import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

/** Hocuspocus as its guide sets it up: the SQLite extension, and every default. */
const port = Number(process.env.PORT);
const server = new Server({
  port,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: process.env.DATABASE_FILE ?? '' })],
});
await server.listen();
console.info(`listening on ${port}`);
