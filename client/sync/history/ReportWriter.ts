import type { OrganisationId } from '#shared/model/ids.ts';
import { pause } from '../pause.ts';
import type { SheetSession } from '../SheetSession.ts';
import { UndoStack, type UndoStep } from '../UndoStack.ts';
import type { Deed } from './Deed.ts';
import type { HistoryChange, HistoryPlace } from './HistoryChange.ts';
import type { ReportEdit } from './SheetEdit.ts';
import type { Direction } from './SheetHistory.ts';
import { measureValue, SlicePace } from './SlicePace.ts';

/** What of a sheet's session writing needs. */
export type WritableSheet = Pick<SheetSession, 'apply' | 'reverse' | 'whenRoom'>;

type Options = {
  /** The sheet, when it may be written now. */
  findEditable(organisationId: OrganisationId): WritableSheet | null;
  /** What can be undone has changed. */
  onChange(): void;
};

export type WriteOptions = {
  signal?: AbortSignal;
  /** After each slice. */
  onProgress?(done: number, total: number): void;
};

export type WriteOutcome = {
  /** Edits that were done, or passed over because they change nothing. */
  done: number;
  total: number;
  /**
   * `stopped`: by the signal; `locked`: a sheet may not be written any more; `unsent`: without a
   * connection more would wait than one message can carry, so the rest has to wait for it; `busy`:
   * something else is being written, and nothing was done.
   */
  end: 'done' | 'stopped' | 'locked' | 'unsent' | 'busy';
  /** Takes back what was done. Null when it was taken back already. */
  takeBack(): Promise<HistoryChange | null>;
};

const mostPlaces = 100;

/** Everything a person writes into the sheets of a report, as steps that can be undone. */
export class ReportWriter {
  readonly #options: Options;
  readonly #stack = new UndoStack();
  #isBusy = false;

  constructor(options: Options) {
    this.#options = options;
  }

  get canUndo(): boolean {
    return !this.#isBusy && this.#stack.canUndo;
  }

  get canRedo(): boolean {
    return !this.#isBusy && this.#stack.canRedo;
  }

  /** One step, one transaction for each sheet. Edits of sheets that may not be written are passed over. */
  write(edits: readonly ReportEdit[]): UndoStep {
    const step: UndoStep = { parts: this.#apply(Map.groupBy(edits, (edit) => edit.organisationId)) };
    if (step.parts.length > 0) this.#stack.push(step);
    this.#options.onChange();
    return step;
  }

  /** As {@link write}, in slices between which the page lives and each of which is one message. */
  async writeInSlices(edits: readonly ReportEdit[], options: WriteOptions = {}): Promise<WriteOutcome> {
    const step: UndoStep = { parts: [] };
    const takeBack = () => this.takeBack(step);
    const outcome: WriteOutcome = { done: 0, total: edits.length, end: 'done', takeBack };
    if (this.#isBusy) return { ...outcome, end: 'busy' };
    this.#setBusy(true);
    const pace = new SlicePace();
    try {
      for (let from = 0; from < edits.length; ) {
        const slice = edits.slice(from, pace.findEnd(edits, from, measureEdit));
        const groups = Map.groupBy(slice, (edit) => edit.organisationId);
        const end = await this.#findObstacle([...groups.keys()], options.signal);
        if (end !== null) return { ...outcome, end };
        pace.time(slice.length, () => {
          const parts = this.#apply(groups);
          if (step.parts.length === 0 && parts.length > 0) this.#stack.push(step);
          step.parts.push(...parts);
        });
        from += slice.length;
        outcome.done = from;
        options.onProgress?.(outcome.done, outcome.total);
        await pause();
      }
      return outcome;
    } finally {
      this.#setBusy(false);
    }
  }

  /** Null when there is nothing to do, or something long is being written. A short step is done at once. */
  reverse(direction: Direction): Promise<HistoryChange | null> {
    const step = this.#isBusy ? null : this.#stack.move(direction);
    return step === null ? Promise.resolve(null) : this.#reverse(step, direction);
  }

  /** Takes a step back, also when others came after it. */
  takeBack(step: UndoStep): Promise<HistoryChange | null> {
    if (this.#isBusy) return Promise.resolve(null);
    if (this.#stack.isLast(step)) return this.reverse('undo');
    return this.#stack.remove(step) ? this.#reverse(step, 'undo') : Promise.resolve(null);
  }

  #apply(groups: ReadonlyMap<OrganisationId, readonly ReportEdit[]>): UndoStep['parts'] {
    return [...groups].flatMap(([organisationId, group]) => {
      const deeds = this.#options.findEditable(organisationId)?.apply(group) ?? [];
      return deeds.length > 0 ? [{ organisationId, deeds }] : [];
    });
  }

  /** Why writing cannot go on; null when it can, after a wait for what is under way to the server. */
  async #findObstacle(
    organisationIds: readonly OrganisationId[],
    signal: AbortSignal | undefined,
  ): Promise<Exclude<WriteOutcome['end'], 'done'> | null> {
    for (const organisationId of organisationIds) {
      const sheet = this.#options.findEditable(organisationId);
      if (sheet === null) return 'locked';
      const hasRoom = await sheet.whenRoom(signal);
      if (signal?.aborted) return 'stopped';
      if (!hasRoom) return 'unsent';
    }
    const isEverySheetOpen = organisationIds.every((id) => this.#options.findEditable(id) !== null);
    return isEverySheetOpen ? null : 'locked';
  }

  #reverse(step: UndoStep, direction: Direction): Promise<HistoryChange> {
    const slices = this.#reverseSlices(step, direction);
    this.#setBusy(true);
    let first: IteratorResult<void, HistoryChange>;
    try {
      first = slices.next();
    } catch (error) {
      this.#setBusy(false);
      throw error;
    }
    if (!first.done) return this.#finish(slices);
    this.#setBusy(false);
    return Promise.resolve(first.value);
  }

  async #finish(slices: Generator<void, HistoryChange, void>): Promise<HistoryChange> {
    try {
      for (;;) {
        await pause();
        const slice = slices.next();
        if (slice.done) return slice.value;
      }
    } finally {
      this.#setBusy(false);
    }
  }

  /** Pauses between slices, not after the last: a short step is done before anybody is called back. */
  *#reverseSlices({ parts }: UndoStep, direction: Direction): Generator<void, HistoryChange, void> {
    const done = parts.flatMap(({ organisationId, deeds }) =>
      deeds.map((deed) => ({ organisationId, deed })),
    );
    const work = direction === 'undo' ? done.reverse() : done;
    const places: HistoryPlace[] = [];
    const change = { direction, count: 0, keptCount: 0, lockedCount: 0 };
    const pace = new SlicePace();
    for (let from = 0; from < work.length; ) {
      if (from > 0) yield;
      const slice = work.slice(from, pace.findEnd(work, from, measureDeed));
      pace.time(slice.length, () => {
        for (const [organisationId, group] of Map.groupBy(slice, (piece) => piece.organisationId)) {
          const deeds = group.map(({ deed }) => deed);
          const reversal = this.#options.findEditable(organisationId)?.reverse(deeds, direction);
          if (reversal === undefined) change.lockedCount += deeds.length;
          else {
            change.count += reversal.changed.length;
            change.keptCount += reversal.keptCount;
            for (const place of reversal.changed) places.push({ ...place, organisationId });
          }
        }
      });
      from += slice.length;
    }
    if (direction === 'undo') places.reverse();
    return { ...change, places: places.slice(0, mostPlaces) };
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#options.onChange();
  }
}

function measureEdit(edit: ReportEdit): number {
  if (edit.kind === 'set') return measureValue(edit.value);
  return edit.kind === 'insert' ? measureValue(edit.row.values) : measureValue(null);
}

function measureDeed({ deed }: { deed: Deed }): number {
  if (deed.kind === 'cell') return measureValue(deed.before.value) + measureValue(deed.after.value);
  return measureValue(deed.stored.raw) + measureValue([...deed.stored.overrides.values()]);
}
