import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Decision } from '#shared/access/can.ts';
import { narrativeName } from '#shared/documents/documentName.ts';
import type { DirectionId, ReportId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { listLines } from '#shared/narrative/listLines.ts';
import { narrativeRoot } from '#shared/narrative/narrativeNodes.ts';
import { readNarrative } from '#shared/narrative/readNarrative.ts';
import {
  type DocumentContent,
  type DocumentEvents,
  type DocumentOptions,
  DocumentSession,
} from './DocumentSession.ts';
import type { RejectedEdits } from './RejectedEdits.ts';
import { createSignal, type Signal } from './Signal.ts';

/** The text of one direction as an editor takes it. Another `doc` is another text: edit it anew. */
export type NarrativeView = {
  doc: Y.Doc;
  awareness: Awareness;
  /** False until the text was received, or read from this browser's copy. */
  isLoaded: boolean;
  /** Whether this person may write now, and why not. */
  decision: Decision;
};

export type NarrativeEvents = DocumentEvents & {
  onRejected(edits: RejectedEdits): void;
  /** By what is known of the person's rights. */
  canWrite(directionId: DirectionId): Decision;
};

type Options = Omit<DocumentOptions, 'events'> & {
  reportId: ReportId;
  directionId: DirectionId;
  events: NarrativeEvents;
};

/** The text of one direction, for as long as the report is open. */
export class NarrativeSession extends DocumentSession {
  readonly #directionId: DirectionId;
  readonly #events: NarrativeEvents;
  readonly #view;

  constructor({ reportId, directionId, ...options }: Options) {
    super(narrativeName(reportId, directionId), createContent(directionId, options.events), options);
    this.#directionId = directionId;
    this.#events = options.events;
    this.#view = createSignal(this.#buildView(), isSameView);
  }

  get view(): Signal<NarrativeView> {
    return this.#view;
  }

  canWrite(): Decision {
    const decision = this.#events.canWrite(this.#directionId);
    if (!decision.allowed) return decision;
    // The server's word about this connection is newer than what is known about the rights.
    if (this.refusal !== null) return { allowed: false, reason: 'access.report' };
    if (this.scope !== 'readonly') return decision;
    const isFinalised = this.closedBy === 'access.finalised';
    return { allowed: false, reason: isFinalised ? 'access.finalised' : 'access.narrative' };
  }

  /** To be called when anything that the view is made of may have changed. */
  refresh(): void {
    this.#view.set(this.#buildView());
  }

  #buildView(): NarrativeView {
    return {
      doc: this.doc,
      awareness: must(this.awareness, 'the presence of a text'),
      isLoaded: this.isLoaded,
      decision: this.canWrite(),
    };
  }
}

function createContent(directionId: DirectionId, events: NarrativeEvents): DocumentContent {
  return {
    // The editor listens by itself.
    observe: () => () => undefined,
    isThere: (doc) => doc.getXmlFragment(narrativeRoot).length > 0,
    giveBack(old, fresh, code, parameters) {
      const kept = new Set(listLines(readNarrative(fresh)));
      const lines = listLines(readNarrative(old)).filter((line) => !kept.has(line));
      if (lines.length > 0) events.onRejected({ kind: 'text', directionId, code, parameters, lines });
    },
    readOnlyReason() {
      const decision = events.canWrite(directionId);
      return decision.allowed ? 'access.narrative' : decision.reason;
    },
  };
}

function isSameView(a: NarrativeView, b: NarrativeView): boolean {
  return (
    a.doc === b.doc &&
    a.isLoaded === b.isLoaded &&
    a.decision.allowed === b.decision.allowed &&
    (a.decision.allowed || b.decision.allowed || a.decision.reason === b.decision.reason)
  );
}
