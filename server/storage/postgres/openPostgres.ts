import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '../Tables.ts';

/** 64-bit integers: PostgreSQL's driver gives them as text. Ours are times and sequences, all exact as numbers. */
const int8 = 20;

/** Saved must mean stored, whatever the server's default is. */
const flushCommits = `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`;

const refuseWrites = `select set_config('default_transaction_read_only', 'on', false)`;

/** Connects on first use. */
export function openPostgres(databaseUrl: string, options = { isReadOnly: false }): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: { getTypeParser: (id, format) => (id === int8 ? Number : pg.types.getTypeParser(id, format)) },
  });
  // A connection that breaks, idle or at work, would end the process: the pool passes on only what idle
  // ones say. Whoever is waiting for an answer gets the error, and so does who next needs a connection.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(options.isReadOnly ? refuseWrites : flushCommits));
      },
    }),
  });
}
