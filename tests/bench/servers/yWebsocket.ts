import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { reportReady } from './child.ts';

/** The y-websocket server as its package has it, in memory. */
type SetUp = (socket: unknown, request: unknown, options?: object) => void;
const utils: { setupWSConnection: SetUp } = createRequire(import.meta.url)('y-websocket-server/bin/utils');

const server = createServer();
const websockets = new WebSocketServer({ server });
websockets.on('connection', (socket, request) => utils.setupWSConnection(socket, request));
const [, port = '0'] = process.argv.slice(2);
server.listen(Number(port), '127.0.0.1', () => {
  reportReady({ url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, headers: {} });
});
