import type { ReportSession } from '#client/sync/ReportSession.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import { createSignal, type Signal } from '#client/sync/Signal.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import type { Row } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { type CellStanding, isCellChanged, isSameStanding } from './CellStanding.ts';
import { Typists } from './Typists.ts';

type Options = {
  session: Pick<ReportSession, 'rows' | 'people' | 'saveState' | 'settle'>;
  /** As it was when the editor opened. */
  start: Row;
  field: Field;
  /** Why the row may not be written now; null when it may. */
  readLock(): AppError | null;
  now?: () => number;
};

/** Watches one cell while it is being edited: what others do to it, its row and one's right to write. */
export class CellWatch {
  readonly #options: Options;
  readonly #typists: Typists;
  readonly #standing;
  #author: string | null = null;

  constructor(options: Options) {
    this.#options = options;
    const { start, field, now = Date.now } = options;
    this.#typists = new Typists(start, field, now);
    this.#standing = createSignal<CellStanding>(
      { row: start, isDeleted: false, lock: null, isChanged: false, author: null, typists: [] },
      isSameStanding,
    );
  }

  get standing(): Signal<CellStanding> {
    return this.#standing;
  }

  /** Returns the function that ends it. */
  start(): () => void {
    const { session, start } = this.#options;
    const key = rowKey(start);
    const stops = [
      session.rows.subscribe((changes) => {
        if (changes.some(({ organisationId, rowId }) => `${organisationId}/${rowId}` === key)) this.look();
      }),
      session.people.subscribe(() => this.look()),
      session.saveState.subscribe(() => this.look()),
    ];
    this.look();
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** As things stand at this moment, with what others have sent and still waits for its batch. */
  readNow(): CellStanding {
    this.#options.session.settle();
    this.look();
    return this.#standing.get();
  }

  /** To be called when rights or the report may have changed; everything else is noticed. */
  look(): void {
    const { session, start, field, readLock } = this.#options;
    this.#typists.see(session.people.get());
    const previous = this.#standing.get();
    const current = session.rows.get(rowKey(start));
    const row = current ?? previous.row;
    if (isCellChanged(previous.row, row, field)) this.#author = this.#typists.findAuthor();
    const isChanged = isCellChanged(start, row, field);
    this.#standing.set({
      row,
      isDeleted: current === undefined,
      lock: readLock(),
      isChanged,
      author: isChanged ? this.#author : null,
      typists: this.#typists.names,
    });
  }
}
