import type { OrganisationId } from '#shared/model/ids.ts';
import { pause } from '../pause.ts';
import type { SheetSession } from '../SheetSession.ts';
import { type StepMove, type StepPart, UndoStack, type UndoStep } from '../UndoStack.ts';
import type { Deed } from './Deed.ts';
import type { HistoryChange, HistoryOutcome, HistoryPlace, Reversing } from './HistoryChange.ts';
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
  /** How far a long undo or redo is, before each slice but the first; null when it has ended. */
  onReversing(reversing: Reversing | null): void;
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
  takeBack(): Promise<HistoryOutcome>;
};

type Piece = { organisationId: OrganisationId; deed: Deed };

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

  /** A short step is done at once. */
  async reverse(direction: Direction): Promise<HistoryOutcome> {
    if (this.#isBusy) return 'busy';
    const move = this.#stack.move(direction);
    return move === null ? null : await this.#reverse(move, direction);
  }

  /** Takes a step back, also when others came after it. */
  async takeBack(step: UndoStep): Promise<HistoryOutcome> {
    if (this.#isBusy) return 'busy';
    if (this.#stack.isLast(step)) return await this.reverse('undo');
    const move = this.#stack.remove(step);
    return move === null ? null : await this.#reverse(move, 'undo');
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

  async #reverse(move: StepMove, direction: Direction): Promise<HistoryChange> {
    const pieces = listPieces(move.step, direction);
    const places: HistoryPlace[] = [];
    const change = { direction, count: 0, keptCount: 0, lockedCount: 0 };
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    const pace = new SlicePace();
    let done = 0;
    this.#setBusy(true);
    try {
      while (done < pieces.length) {
        // Before each slice but the first: a short step is done before anybody is called back.
        if (done > 0) {
          this.#options.onReversing({ direction, done, total: pieces.length, stop });
          await pause();
          if (stopping.signal.aborted) break;
        }
        const slice = pieces.slice(done, pace.findEnd(pieces, done, measurePiece));
        pace.time(slice.length, () => this.#reverseSlice(slice, change, places));
        done += slice.length;
      }
      if (done < pieces.length) splitStep(move, pieces, done, direction);
    } finally {
      this.#options.onReversing(null);
      this.#setBusy(false);
    }
    if (direction === 'undo') places.reverse();
    return { ...change, places: places.slice(0, mostPlaces), restCount: pieces.length - done };
  }

  #reverseSlice(
    slice: readonly Piece[],
    change: Pick<HistoryChange, 'direction'> & Record<'count' | 'keptCount' | 'lockedCount', number>,
    places: HistoryPlace[],
  ): void {
    for (const [organisationId, group] of Map.groupBy(slice, (piece) => piece.organisationId)) {
      const deeds = group.map(({ deed }) => deed);
      const reversal = this.#options.findEditable(organisationId)?.reverse(deeds, change.direction);
      if (reversal === undefined) change.lockedCount += deeds.length;
      else {
        change.count += reversal.changed.length;
        change.keptCount += reversal.keptCount;
        for (const place of reversal.changed) places.push({ ...place, organisationId });
      }
    }
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

/** In the order they are to be done. */
function listPieces({ parts }: UndoStep, direction: Direction): Piece[] {
  const pieces = parts.flatMap(({ organisationId, deeds }) =>
    deeds.map((deed) => ({ organisationId, deed })),
  );
  return direction === 'undo' ? pieces.reverse() : pieces;
}

/** Leaves what comes after the first `done` pieces where the step was. */
function splitStep(move: StepMove, pieces: readonly Piece[], done: number, direction: Direction): void {
  const gather = (some: Piece[]) => gatherParts(direction === 'undo' ? some.reverse() : some);
  move.split(gather(pieces.slice(0, done)), gather(pieces.slice(done)));
}

function gatherParts(pieces: readonly Piece[]): StepPart[] {
  const parts: { organisationId: OrganisationId; deeds: Deed[] }[] = [];
  for (const { organisationId, deed } of pieces) {
    const last = parts.at(-1);
    if (last?.organisationId === organisationId) last.deeds.push(deed);
    else parts.push({ organisationId, deeds: [deed] });
  }
  return parts;
}

function measurePiece({ deed }: Piece): number {
  if (deed.kind === 'cell') return measureValue(deed.before.value) + measureValue(deed.after.value);
  return measureValue(deed.stored.raw) + measureValue([...deed.stored.overrides.values()]);
}
