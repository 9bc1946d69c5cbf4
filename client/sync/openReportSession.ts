import { WebSocketStatus } from '@hocuspocus/provider';
import { type AccessRequest, can, type Decision } from '#shared/access/can.ts';
import type { ThreadId } from '#shared/api/comments.ts';
import type { SessionAnswer } from '#shared/api/contract.ts';
import { narrativeName } from '#shared/documents/documentName.ts';
import type { ErrorParameters } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { closeCodes } from '#shared/errors/closeCodes.ts';
import { columnSetOf, judgeRow } from '#shared/model/columns.ts';
import type { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import { listResponsible } from '#shared/model/listResponsible.ts';
import { compareRows } from '#shared/model/rows.ts';
import { type ReportStructure, readReportStatus } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import type { ServerMessage } from '#shared/protocol/messages.ts';
import { computeSaveState } from './computeSaveState.ts';
import type { DocumentEvents, DocumentSession } from './DocumentSession.ts';
import type { Reversing } from './history/HistoryChange.ts';
import { ReportWriter } from './history/ReportWriter.ts';
import { LiveSocket } from './LiveSocket.ts';
import { NarrativeSession } from './NarrativeSession.ts';
import { PendingLedger } from './PendingLedger.ts';
import { PresenceBoard } from './PresenceBoard.ts';
import type { RejectedEdits } from './RejectedEdits.ts';
import type { ReportSession } from './ReportSession.ts';
import { createRowFeed } from './RowFeed.ts';
import type { SheetRowChange } from './RowStore.ts';
import { isWorthTelling } from './refusals.ts';
import { isSameSaveState, type SaveState } from './SaveState.ts';
import { SessionGuard, type SessionStanding } from './SessionGuard.ts';
import { type SheetEvents, SheetSession } from './SheetSession.ts';
import { createSignal } from './Signal.ts';
import type { SyncEnvironment } from './SyncEnvironment.ts';

/** What the page around a session has to know or show. */
export type ReportEvents = {
  onStructureChanged(): void;
  onRightsChanged(): void;
  /** One thread of comments is another now. */
  onCommentsChanged(threadId: ThreadId): void;
  onNoticesChanged(): void;
  /** Whose finalising has this person's changes wait; null when nobody's does any more. */
  onFinalising(by: string | null): void;
  /** The server said who is signed in. */
  onSession(answer: SessionAnswer): void;
  onRejected(edits: RejectedEdits): void;
  onTrouble(code: ErrorCode, parameters: ErrorParameters): void;
};

/** How long the first connection may take before the page says that there is none. */
const firstConnectionMs = 3_000;
/** How long a change may wait for its confirmation before the server is asked whether it is there. */
const confirmationMs = 5_000;
const newsMs = 100;

/**
 * A session of the report, which opens every sheet of it when it is started. Close it when the report
 * is left.
 */
export function openReportSession(
  initialStructure: ReportStructure,
  initialActor: Actor,
  events: ReportEvents,
  environment: SyncEnvironment,
): ReportSession {
  let structure = initialStructure;
  let actor = initialActor;
  let isConnected = false;
  let isConnectionExpected = false;
  let isStarted = false;
  let isClosed = false;
  const { report } = structure;
  const isLoaded = createSignal(false);
  const feed = createRowFeed(structure, () => !isLoaded.get());
  const sheets = new Map<OrganisationId, SheetSession>();
  const narratives = new Map<DirectionId, NarrativeSession>();
  const ledger = new PendingLedger(environment.storage, actor.userId, environment.tabId);
  const openLocalCopy = environment.openLocalCopy(actor.userId);
  const saveState = createSignal<SaveState>({ kind: 'loading' }, isSameSaveState);
  const history = createSignal(
    { canUndo: false, canRedo: false },
    (a, b) => a.canUndo === b.canUndo && a.canRedo === b.canRedo,
  );
  const reversing = createSignal<Reversing | null>(null);
  const writer = new ReportWriter({
    findEditable: (organisationId) =>
      isEditable(organisationId) ? (sheets.get(organisationId) ?? null) : null,
    onReversing: reversing.set,
    onChange: refresh,
  });
  const presence = new PresenceBoard({ actor, tabId: environment.tabId, sheets: () => sheets.values() });
  const guard = new SessionGuard({
    userId: actor.userId,
    fetchSession: environment.fetchSession,
    onStanding: handleStanding,
    onAnswer: events.onSession,
  });
  const socket = new LiveSocket(
    {
      ...environment.socket,
      // Only when everything below is ready to hear of it.
      autoConnect: false,
      onStatus: ({ status }) => handleStatus(status),
      onClose: ({ event }) => {
        if (event.code === closeCodes.sessionEnded || event.code === closeCodes.forbidden) void guard.check();
      },
    },
    (documentName) => {
      for (const open of documents()) if (open.documentName === documentName) open.giveUpTooLarge();
    },
  );
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const news = new Map<string, ReturnType<typeof setTimeout>>();
  let confirmation: ReturnType<typeof setTimeout> | null = null;

  const documentEvents: DocumentEvents & Pick<SheetEvents, 'onRejected'> = {
    onState: refresh,
    onPresence: () => presence.touch(),
    onMessage: handleMessage,
    onRejected: events.onRejected,
    onSessionDoubt: () => void guard.check(),
    onTrouble: (code, parameters) => {
      if (isWorthTelling(code)) events.onTrouble(code, parameters);
    },
  };
  const sheetEvents: SheetEvents = {
    ...documentEvents,
    onRows: (changes, isOwn) => feed.push(judgeChanges(changes), isOwn),
    readOnlyReason: (organisationId) => {
      const decision = can(actor, writeRequest(organisationId));
      return decision.allowed ? closedReason(organisationId) : decision.reason;
    },
  };

  /** Rows as the columns of the report take them; the sheets themselves hold what they hold. */
  function judgeChanges(changes: readonly SheetRowChange[]): SheetRowChange[] {
    const columns = columnSetOf(structure);
    return changes.map((change) =>
      change.row === null ? change : { ...change, row: judgeRow(change.row, columns) },
    );
  }

  function writeRequest(organisationId: OrganisationId): AccessRequest & { action: 'sheet.write' } {
    const sheet = structure.sheets.find((candidate) => candidate.organisationId === organisationId);
    const status = sheet?.status ?? 'draft';
    const reportStatus = readReportStatus(structure.report);
    return { action: 'sheet.write', reportId: report.id, reportStatus, organisationId, status };
  }

  /** Why the server lets nobody write of whom nothing is known that forbids it: no state locks a coordinator out. */
  function closedReason(organisationId: OrganisationId): ErrorCode {
    const locked = can(actor, { ...writeRequest(organisationId), status: 'submitted' });
    return locked.allowed ? 'access.finalised' : 'access.sheet-locked';
  }

  function canWrite(organisationId: OrganisationId): Decision {
    const decision = can(actor, writeRequest(organisationId));
    if (!decision.allowed) return decision;
    if (!isStarted) return decision;
    // The server's word about this connection is newer than what we know about the rights.
    const sheet = sheets.get(organisationId);
    if (sheet?.scope === 'readonly') {
      const isFinalised = sheet.closedBy === 'access.finalised';
      return { allowed: false, reason: isFinalised ? 'access.finalised' : closedReason(organisationId) };
    }
    if (sheet === undefined || sheet.refusal !== null) return { allowed: false, reason: 'access.report' };
    return decision;
  }

  function canWriteNarrative(directionId: DirectionId): Decision {
    const responsible = listResponsible(structure, directionId);
    const reportStatus = readReportStatus(structure.report);
    return can(actor, { action: 'narrative.write', reportId: report.id, reportStatus, responsible });
  }

  function openNarrative(directionId: DirectionId): NarrativeSession {
    const present = narratives.get(directionId);
    if (present !== undefined) return present;
    const opened = new NarrativeSession({
      reportId: report.id,
      directionId,
      socket,
      openLocalCopy,
      ledger,
      events: { ...documentEvents, canWrite: canWriteNarrative },
    });
    narratives.set(directionId, opened);
    return opened;
  }

  /** Texts are fetched when they are looked at; those with something unsent from earlier, at once. */
  function openLeftNarratives(): void {
    for (const { id } of structure.directions) {
      if (ledger.readLeft(narrativeName(report.id, id)).count > 0) openNarrative(id);
    }
  }

  function documents(): DocumentSession[] {
    return [...sheets.values(), ...narratives.values()];
  }

  function isEditable(organisationId: OrganisationId): boolean {
    return canWrite(organisationId).allowed && sheets.get(organisationId)?.isEditable === true;
  }

  function openSheets(): void {
    const wanted = new Set(structure.sheets.map(({ organisationId }) => organisationId));
    for (const organisationId of wanted) {
      if (sheets.has(organisationId)) continue;
      const options = {
        reportId: report.id,
        organisationId,
        socket,
        openLocalCopy,
        ledger,
        events: sheetEvents,
      };
      sheets.set(organisationId, new SheetSession(options));
    }
    for (const [organisationId, sheet] of sheets) {
      if (wanted.has(organisationId)) continue;
      sheets.delete(organisationId);
      void sheet.close();
      const gone = [...feed.rows.all()].filter((row) => row.organisationId === organisationId);
      feed.push(
        gone.map(({ id }) => ({ rowId: id, organisationId, row: null })),
        true,
      );
    }
    presence.publish();
  }

  function pendingCount(): number {
    let count = 0;
    for (const { pending } of documents()) count += pending;
    return count;
  }

  function readOnlyReason(): ErrorCode | null {
    let reason: ErrorCode = 'access.viewer';
    for (const { organisationId } of structure.sheets) {
      const decision = canWrite(organisationId);
      if (decision.allowed) return null;
      if (decision.reason === 'access.sheet-locked' || decision.reason === 'access.finalised')
        reason = decision.reason;
    }
    if ([...narratives.values()].some((narrative) => narrative.canWrite().allowed)) return null;
    return reason;
  }

  function refresh(): void {
    if (isClosed || !isStarted) return;
    const open = [...sheets.values()].filter(({ refusal }) => refusal === null);
    const pending = pendingCount();
    const isEverySheetLoaded = open.every((sheet) => sheet.isLoaded);
    // Whoever hears that the report is loaded may rely on its totals being whole.
    if (isEverySheetLoaded && !isLoaded.get()) feed.flush();
    isLoaded.set(isEverySheetLoaded);
    saveState.set(
      computeSaveState({
        standing: guard.standing,
        isConnected,
        isConnectionExpected,
        pending,
        isInStep: documents().every((document) => document.refusal !== null || document.isInStep),
        readOnlyReason: readOnlyReason(),
      }),
    );
    for (const narrative of narratives.values()) narrative.refresh();
    history.set({ canUndo: writer.canUndo, canRedo: writer.canRedo });
    watchConfirmation(pending);
  }

  /** A cable that was pulled closes no socket: a change that stays unconfirmed makes us ask. */
  function watchConfirmation(pending: number): void {
    if (pending === 0 || !isConnected) {
      if (confirmation !== null) clearTimeout(confirmation);
      confirmation = null;
      return;
    }
    confirmation ??= setTimeout(() => {
      confirmation = null;
      void guard.check().then(refresh);
    }, confirmationMs);
  }

  function handleStatus(status: string): void {
    const wasConnected = isConnected;
    isConnected = status === 'connected';
    if (isConnected) isConnectionExpected = true;
    // What is over meanwhile is told to nobody who is away.
    else if (wasConnected) events.onFinalising(null);
    // The upgrade of somebody who is not signed in fails without a reason, as does a server that is away.
    if (isConnected ? guard.standing.kind === 'unreachable' : wasConnected) void guard.check();
    refresh();
  }

  /** Connects now instead of at the end of the back-off. An attempt under way is left alone. */
  function hurry(): void {
    if (socket.status === WebSocketStatus.Disconnected) void socket.connect();
  }

  function handleStanding(standing: SessionStanding): void {
    if (isClosed) return;
    if (standing.kind === 'same') hurry();
    else if (standing.kind === 'unreachable') socket.webSocket?.close();
    else socket.disconnect();
    refresh();
  }

  function handleMessage(message: ServerMessage): void {
    if (message.type === 'refused') return;
    if (message.type === 'read-only') {
      // It was finalised while nobody could tell this page.
      const isNews = message.code === 'access.finalised' && readReportStatus(structure.report) === 'open';
      if (isNews) handleMessage({ type: 'structure-changed', reportId: report.id });
      return;
    }
    // Each open document brings the same news.
    const name = message.type === 'comments-changed' ? `comments/${message.threadId}` : message.type;
    clearTimeout(news.get(name));
    news.set(
      name,
      setTimeout(() => {
        news.delete(name);
        tell(message);
      }, newsMs),
    );
  }

  function tell(message: Exclude<ServerMessage, { type: 'refused' | 'read-only' }>): void {
    if (message.type === 'comments-changed') events.onCommentsChanged(message.threadId);
    else if (message.type === 'notices-changed') events.onNoticesChanged();
    else if (message.type === 'finalising') tellFinalising(message.by);
    else if (message.type === 'structure-changed') events.onStructureChanged();
    else events.onRightsChanged();
  }

  /** Whoever finalises sees how far it is, and whoever only reads has nothing that waits. */
  function tellFinalising(by: Extract<ServerMessage, { type: 'finalising' }>['by']): void {
    const isOfOthers = by !== null && by.id !== actor.userId && readOnlyReason() === null;
    events.onFinalising(isOfOthers ? by.name : null);
  }

  const onOnline = () => {
    if (guard.standing.kind === 'same' || guard.standing.kind === 'unreachable') hurry();
    void guard.check();
  };
  const onDoubt = () => {
    if (guard.standing.kind !== 'same') void guard.check();
  };
  const onOffline = () => void guard.check();

  function start(): void {
    if (isStarted || isClosed) return;
    isStarted = true;
    globalThis.addEventListener?.('online', onOnline);
    globalThis.addEventListener?.('offline', onOffline);
    globalThis.addEventListener?.('focus', onDoubt);
    timers.add(
      setTimeout(() => {
        isConnectionExpected = true;
        if (!isConnected) void guard.check();
        refresh();
      }, firstConnectionMs),
    );
    openSheets();
    openLeftNarratives();
    void socket.connect();
    refresh();
  }

  return {
    start,
    rows: feed.rows,
    totals: feed.totals,
    saveState,
    people: presence.people,
    isLoaded,
    history,
    reversing,
    settle: feed.flush,
    canWrite,
    pendingCount,
    setCells(changes) {
      writer.write(changes.map((change) => ({ ...change, kind: 'set' })));
    },
    insertRows(organisationId, rows) {
      writer.write(rows.map((row) => ({ kind: 'insert', organisationId, row })));
    },
    deleteRows(rows) {
      const step = writer.write(
        rows.map(({ organisationId, id: rowId }) => ({ kind: 'delete', organisationId, rowId })),
      );
      return () => writer.takeBack(step);
    },
    edit(edits) {
      const step = writer.write(edits);
      return () => writer.takeBack(step);
    },
    editInSlices: (edits, options) => writer.writeInSlices(edits, options),
    undo: () => writer.reverse('undo'),
    redo: () => writer.reverse('redo'),
    narrative: (directionId) => openNarrative(directionId).view,
    setCursor: (cursor) => presence.setCursor(cursor),
    sheetRows(organisationId, table) {
      return [...feed.rows.all()]
        .filter((row) => row.organisationId === organisationId && row.kind === table)
        .sort(compareRows);
    },
    update(nextStructure, nextActor) {
      const hasOtherColumns = JSON.stringify(structure.columns) !== JSON.stringify(nextStructure.columns);
      structure = nextStructure;
      actor = nextActor;
      feed.setStructure(structure);
      presence.setActor(actor);
      if (!isStarted) return;
      // What a column takes may be otherwise now: every row is judged anew, and nothing is written.
      if (hasOtherColumns) for (const sheet of sheets.values()) sheet.tellAll();
      openSheets();
      for (const document of documents()) document.retryRefused();
      refresh();
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      globalThis.removeEventListener?.('online', onOnline);
      globalThis.removeEventListener?.('offline', onOffline);
      globalThis.removeEventListener?.('focus', onDoubt);
      for (const timer of [...timers, ...news.values()]) clearTimeout(timer);
      if (confirmation !== null) clearTimeout(confirmation);
      presence.stop();
      feed.stop();
      for (const document of documents()) void document.close();
      socket.destroy();
    },
  };
}
