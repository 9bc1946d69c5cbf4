import type { Storage } from '#server/storage/Storage.ts';

/** What a case works with; `reopen` is what a restart of the server does. */
export type StorageFixture = {
  readonly storage: Storage;
  reopen(): Promise<void>;
  /** A statement past the product, as an administrator would type it. */
  run(statement: string): Promise<void>;
  /** The rows of a question past the product. */
  query(statement: string): Promise<Record<string, unknown>[]>;
  readonly catalogue: Catalogue;
};

/** Questions to a database about itself. */
export type Catalogue = {
  /** Every column: `table`, `column`. */
  columns: string;
  /** Every foreign key: `table`, `referenced`. */
  references: string;
};
