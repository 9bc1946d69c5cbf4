import type { Hocuspocus } from '@hocuspocus/server';
import type { ThreadId } from '#shared/api/comments.ts';
import { tryParseDocumentName } from '#shared/documents/documentName.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import type { ServerMessage } from '#shared/protocol/messages.ts';
import type { ConnectionContext } from './ConnectionContext.ts';

/** Somebody who types into a sheet would have everybody fetch anew at each key. */
const soonMs = 1_500;

/** Tells open clients to fetch what is governed about a report anew. */
export class ReportTeller {
  readonly #hocuspocus: Hocuspocus;
  readonly #waiting = new Map<ReportId, NodeJS.Timeout>();

  constructor(hocuspocus: Hocuspocus) {
    this.#hocuspocus = hocuspocus;
  }

  /** One message per socket, however many documents of the report it has open. */
  tell(reportId: ReportId): void {
    clearTimeout(this.#waiting.get(reportId));
    this.#waiting.delete(reportId);
    this.#send(reportId, { type: 'structure-changed', reportId });
  }

  /** Of one thread of comments. */
  tellComments(reportId: ReportId, threadId: ThreadId): void {
    this.#send(reportId, { type: 'comments-changed', reportId, threadId });
  }

  /** Who is finalising it, null when nobody is any more. */
  tellFinalising(reportId: ReportId, by: { id: UserId; name: string } | null): void {
    this.#send(reportId, { type: 'finalising', reportId, by });
  }

  /** Their own notices; one message per socket. */
  tellPeople(userIds: readonly UserId[]): void {
    if (userIds.length === 0) return;
    const wanted = new Set(userIds);
    const message = JSON.stringify({ type: 'notices-changed' } satisfies ServerMessage);
    const told = new Set<unknown>();
    for (const document of this.#hocuspocus.documents.values()) {
      for (const connection of document.getConnections()) {
        const { actor } = connection.context as ConnectionContext;
        if (told.has(connection.webSocket) || !wanted.has(actor.userId)) continue;
        told.add(connection.webSocket);
        connection.sendStateless(message);
      }
    }
  }

  #send(reportId: ReportId, news: ServerMessage): void {
    const message = JSON.stringify(news);
    const told = new Set<unknown>();
    for (const document of this.#hocuspocus.documents.values()) {
      if (tryParseDocumentName(document.name)?.reportId !== reportId) continue;
      for (const connection of document.getConnections()) {
        if (told.has(connection.webSocket)) continue;
        told.add(connection.webSocket);
        connection.sendStateless(message);
      }
    }
  }

  /** The same in a moment, once for all that ask meanwhile. */
  tellSoon(reportId: ReportId): void {
    if (this.#waiting.has(reportId)) return;
    this.#waiting.set(
      reportId,
      setTimeout(() => this.tell(reportId), soonMs),
    );
  }

  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }
}
