import { createServer, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';

export type TestPostgres = {
  /** For pg's own driver, as in DATABASE_URL. */
  url: string;
  /** Back to an empty database. */
  reset(): Promise<void>;
  /** Back to what it was when its tables had just been made: no migration of ours writes a row. */
  empty(): Promise<void>;
  /** A statement past the product, as an administrator would type it. */
  run(statement: string): Promise<void>;
  /** The rows of a question past the product. */
  query(statement: string): Promise<Record<string, unknown>[]>;
  /** Cuts every connection, as a restart of the database does. */
  cutConnections(): void;
  stop(): Promise<void>;
};

/**
 * PostgreSQL itself, compiled into this process (PGlite), behind a socket: the product reaches it by
 * the driver and the protocol of production. The engine has one session, so connections take turns,
 * a transaction at a time.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const engine = await PGlite.create();
  const turns = createTurns();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    serve(socket, engine, turns);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the socket has no port');
  const cutConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  const run = async (statement: string) => {
    const release = await turns.take();
    try {
      await engine.exec(statement);
    } finally {
      release();
    }
  };
  const query = async (statement: string) => {
    const release = await turns.take();
    try {
      return (await engine.query<Record<string, unknown>>(statement)).rows;
    } finally {
      release();
    }
  };
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${address.port}/postgres`,
    run,
    query,
    reset: async () => {
      // The one session keeps what a connection has set; first, since it may have been to refuse writes.
      await run('reset all');
      await run('drop schema public cascade; create schema public;');
    },
    empty: async () => {
      await run('reset all');
      const tables = await query(
        "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'",
      );
      const names = tables.map(({ name }) => String(name)).join(', ');
      if (names === '') return;
      // As a replica does: past the guards of finalised reports.
      await run(
        `set session_replication_role = replica; truncate ${names} restart identity cascade; reset all`,
      );
    },
    cutConnections,
    stop: async () => {
      cutConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
    },
  };
}

type Turns = { take(): Promise<() => void> };

function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    take: async () => {
      const before = last;
      let release = () => {};
      last = new Promise<void>((resolve) => {
        release = resolve;
      });
      await before;
      return release;
    },
  };
}

/** Passes whole exchanges on (up to a Sync or a simple query) and keeps the turn while a transaction is open. */
function serve(socket: Socket, engine: PGlite, turns: Turns): void {
  let received: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let release: (() => void) | null = null;
  let work: Promise<void> = Promise.resolve();

  const exchange = async (message: Uint8Array) => {
    release ??= await turns.take();
    const answer = await engine.execProtocolRaw(message);
    socket.write(answer);
    if (readStatus(answer) !== 'idle') return;
    release();
    release = null;
  };

  const rollBack = async () => {
    if (!release) return;
    await engine.execProtocolRaw(buildQuery('rollback'));
    release();
  };

  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (
      let end = findExchangeEnd(received, isStarted);
      end > 0;
      end = findExchangeEnd(received, isStarted)
    ) {
      const message = new Uint8Array(received.subarray(0, end));
      received = received.subarray(end);
      isStarted = true;
      work = work.then(() => exchange(message));
    }
  });
  socket.on('close', () => {
    work = work.then(rollBack);
  });
}

/** Length of the first whole exchange, 0 when it has not arrived yet. The first message alone has no type. */
function findExchangeEnd(bytes: Buffer, isStarted: boolean): number {
  let at = 0;
  while (bytes.length - at >= 5) {
    const length = isStarted ? 1 + bytes.readUInt32BE(at + 1) : bytes.readUInt32BE(at);
    const type = isStarted ? String.fromCharCode(bytes.readUInt8(at)) : 'start';
    if (bytes.length - at < length) return 0;
    at += length;
    if (type === 'start' || type === 'S' || type === 'Q') return at;
    // The engine must not end with one of its connections.
    if (type === 'X') return 0;
  }
  return 0;
}

/** From the ReadyForQuery that ends every exchange: `Z`, length 5, then I, T or E. */
function readStatus(answer: Uint8Array): 'idle' | 'transaction' {
  return String.fromCharCode(answer.at(-1) ?? 0) === 'I' ? 'idle' : 'transaction';
}

function buildQuery(text: string): Uint8Array {
  const message = Buffer.alloc(6 + text.length);
  message.write('Q', 0);
  message.writeUInt32BE(5 + text.length, 1);
  message.write(text, 5);
  return new Uint8Array(message);
}
