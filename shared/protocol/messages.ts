import { z } from 'zod';
import { ThreadId } from '../api/comments.ts';
import { OrganisationId, ReportId, RowId, UserId } from '../model/ids.ts';

/** Messages beside the documents: `stateless` payloads of Hocuspocus, as JSON text. */

/** Server to client: something governed changed, fetch it anew. */
export const ServerMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('structure-changed'), reportId: ReportId }),
  z.object({ type: z.literal('rights-changed') }),
  /** Of one thread of comments: it was begun, answered, resolved or changed. */
  z.object({ type: z.literal('comments-changed'), reportId: ReportId, threadId: ThreadId }),
  /** Somebody has notices that were not there, or has read some. */
  z.object({ type: z.literal('notices-changed') }),
  /** Somebody has the files of the report made, to finalise it: changes wait meanwhile. Null when it is over. */
  z.object({
    type: z.literal('finalising'),
    reportId: ReportId,
    by: z.object({ id: UserId, name: z.string() }).nullable(),
  }),
  /** This document was opened to be read only, for a state that it is in: a code of the error catalogue. */
  z.object({ type: z.literal('read-only'), code: z.string() }),
  /** The client's last change of this document was refused; it is not applied anywhere. */
  z.object({
    type: z.literal('refused'),
    code: z.string(),
    parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;

/**
 * Awareness state of one browser tab in one sheet document. `user` is set by the server from the
 * session: what a client writes there is replaced.
 */
export const PresenceState = z.object({
  user: z.object({ id: UserId, name: z.string().max(200), organisationIds: z.array(OrganisationId).max(50) }),
  /** Where the person is; absent while only reading along. */
  cursor: z
    .object({
      table: z.enum(['activity', 'expenditure']),
      rowId: RowId,
      field: z.string().max(40),
      editing: z.boolean(),
    })
    .nullable(),
  /** Id of the browser tab, so that one person's several documents count once. */
  tabId: z.string().max(40),
});
export type PresenceState = z.infer<typeof PresenceState>;

/** Path of the Hocuspocus websocket, and the prefix of the y-websocket gateway (`/yjs/<document name>`). */
export const collaborationPath = '/collaboration';
export const gatewayPrefix = '/yjs/';

/** Raised with every change of the messages or of a document's shape; a fingerprint test guards it. */
export const protocolVersion = 3;
