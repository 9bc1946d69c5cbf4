import type SqliteDatabase from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/**
 * Kysely on one better-sqlite3 connection. Kysely's own dialect prepares every statement anew, wakes
 * every waiter whenever one is done, and hides a failed commit behind the failing rollback after it.
 */
export class SqliteFileDialect implements Dialect {
  readonly #database: SqliteDatabase.Database;

  constructor(database: SqliteDatabase.Database) {
    this.#database = database;
  }

  createDriver(): Driver {
    return new SqliteFileDriver(this.#database);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new SqliteFileAdapter();
  }

  createIntrospector(db: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}

class SqliteFileAdapter extends SqliteAdapter {
  /** True by the driver's queue, which does the waiting here. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** So that a migration cut short leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteFileDriver implements Driver {
  readonly #database: SqliteDatabase.Database;
  readonly #connection: SqliteFileConnection;
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  constructor(database: SqliteDatabase.Database) {
    this.#database = database;
    this.#connection = new SqliteFileConnection(database);
  }

  async init(): Promise<void> {}

  /** One at a time, first come first served: a transaction must not take in anybody else's statements. */
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }

  async beginTransaction(): Promise<void> {
    this.#connection.run('begin');
  }

  async commitTransaction(): Promise<void> {
    this.#connection.run('commit');
  }

  async rollbackTransaction(): Promise<void> {
    // SQLite has already rolled back by itself after a full disk or an I/O error.
    if (this.#database.inTransaction) this.#connection.run('rollback');
  }

  async destroy(): Promise<void> {
    this.#database.close();
  }
}

/** Longer texts are inserts of many rows, each length of its own: not worth keeping. */
const keptTextLength = 4_000;
const keptStatements = 200;

class SqliteFileConnection implements DatabaseConnection {
  readonly #database: SqliteDatabase.Database;
  readonly #statements = new Map<string, SqliteDatabase.Statement>();

  constructor(database: SqliteDatabase.Database) {
    this.#database = database;
  }

  run(text: string): void {
    this.#prepare(text).run();
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(sql);
    if (statement.reader) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not used');
  }

  #prepare(text: string): SqliteDatabase.Statement {
    const kept = this.#statements.get(text);
    if (kept) return kept;
    const statement = this.#database.prepare(text);
    if (text.length <= keptTextLength) {
      if (this.#statements.size >= keptStatements) this.#statements.clear();
      this.#statements.set(text, statement);
    }
    return statement;
  }
}
