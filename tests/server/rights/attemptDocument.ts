import { once } from 'node:events';
import { MessageType } from '@hocuspocus/server';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { readAuthMessage } from 'y-protocols/auth';
import { messageYjsSyncStep2, readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { RowId } from '#shared/model/ids.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { setCell } from '#shared/sheet/sheetDocument.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { listSituations, type Outcomes } from './computeOutcome.ts';
import { type PersonName, personNames } from './people.ts';
import type { RightsTown } from './RightsTown.ts';
import type { Outcome } from './Try.ts';

export type DocumentType = 'sheet' | 'narrative';
type Deeds = { read: Outcome; write: Outcome };
type Attempt = (town: RightsTown, name: string, who: PersonName, change: Change) => Promise<Deeds>;
type Change = (doc: Y.Doc) => void;

/** Every kind of socket the server opens documents over, with how somebody goes about it. */
export const documentPaths = {
  websocket: attemptWebsocket,
  gateway: attemptGateway,
} as const satisfies Record<string, Attempt>;

/** What everybody meets who opens the document over this path, and who writes in it. */
export async function attemptDocument(
  town: RightsTown,
  path: keyof typeof documentPaths,
  type: DocumentType,
): Promise<{ read: Outcomes; write: Outcomes }> {
  const { reportId, organisationId, directionId } = town.places;
  const name = type === 'sheet' ? sheetName(reportId, organisationId) : narrativeName(reportId, directionId);
  const read: Outcomes = {};
  const write: Outcomes = {};
  for (const situation of listSituations(`${type}.write`)) {
    const deeds: [PersonName, Deeds][] = [];
    for (const who of personNames) {
      await town.arrange(situation);
      const note = `${path} ${situation} ${who}`;
      deeds.push([who, await documentPaths[path](town, name, who, (doc) => changeDocument(doc, type, note))]);
    }
    read[situation] = Object.fromEntries(deeds.map(([who, deed]) => [who, deed.read]));
    write[situation] = Object.fromEntries(deeds.map(([who, deed]) => [who, deed.write]));
  }
  return { read, write };
}

function changeDocument(doc: Y.Doc, type: DocumentType, note: string): void {
  if (type === 'sheet') setCell(doc, RowId.parse('row'), 'note', note);
  else appendNarrative(doc, [{ type: 'paragraph', content: [] }]);
}

/** Our own kind of client, with the cookie of the session. */
async function attemptWebsocket(
  town: RightsTown,
  documentName: string,
  who: PersonName,
  change: Change,
): Promise<Deeds> {
  const { url } = town.server;
  const { cookie } = town.clientOf(who);
  const { organisationId } = town.places;
  const address = { url: url.replace('http', 'ws'), origin: url };
  const client = new SheetClient({ ...address, cookie, documentName, organisationId });
  let isRefused = false;
  client.provider.on('message', ({ event }: { event: MessageEvent<ArrayBuffer> }) => {
    isRefused ||= isRefusal(new Uint8Array(event.data));
  });
  try {
    await until(() => client.provider.synced || client.denials.length > 0);
    const [denial] = client.denials;
    if (denial !== undefined) return refuse(denial, client.doc);
    const deed = await watch(town, documentName, who, async () => {
      const seen = holdsSomething(client.doc);
      change(client.doc);
      await until(() => client.isSaved || isRefused);
      return seen;
    });
    const isHonest = client.isSaved === (deed.write === 'yes');
    return isHonest ? deed : { ...deed, write: 'unexpected word of what is saved' };
  } finally {
    client.stop();
  }
}

/** A change that was not taken: the server's word of it, in the protocol of Hocuspocus. */
function isRefusal(frame: Uint8Array): boolean {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarString(decoder);
  return decoding.readVarUint(decoder) === MessageType.SyncStatus && decoding.readVarInt(decoder) === 0;
}

/** A plain client of y-websocket, with the token of the account. */
async function attemptGateway(
  town: RightsTown,
  documentName: string,
  who: PersonName,
  change: Change,
): Promise<Deeds> {
  const doc = new Y.Doc();
  const url = `${town.server.url.replace('http', 'ws')}/yjs/${documentName}?token=${town.tokenOf(who)}`;
  const socket = new WebSocket(url);
  socket.binaryType = 'nodebuffer';
  let denial: string | null = null;
  let answers = 0;
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const type = decoding.readVarUint(decoder);
    if (type === MessageType.Auth) readAuthMessage(decoder, doc, (_doc, reason) => (denial = reason));
    if (type !== MessageType.Sync) return;
    if (readSyncMessage(decoder, encoding.createEncoder(), doc, null) === messageYjsSyncStep2) answers += 1;
  });
  const send = (write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MessageType.Sync);
    write(encoder);
    socket.send(encoding.toUint8Array(encoder));
  };
  const ask = () => send((encoder) => writeSyncStep1(encoder, doc));
  try {
    await once(socket, 'open');
    ask();
    await until(() => answers > 0 || denial !== null);
    if (denial !== null) return refuse(denial, doc);
    return await watch(town, documentName, who, async () => {
      const seen = holdsSomething(doc);
      doc.once('update', (update: Uint8Array) => send((encoder) => writeUpdate(encoder, update)));
      change(doc);
      // There is no word of what was taken; what is asked after it is answered after it.
      const before = answers;
      ask();
      await until(() => answers > before);
      return seen;
    });
  } finally {
    socket.terminate();
    doc.destroy();
  }
}

/** Lets somebody write, who says whether they saw anything, and looks for their change in the journal. */
async function watch(
  { server, userIdOf }: RightsTown,
  documentName: string,
  who: PersonName,
  write: () => Promise<boolean>,
): Promise<Deeds> {
  const { journal } = server.storage;
  const { sequence = 0 } = (await journal.findHead(documentName)) ?? {};
  const seen = await write();
  const entries = await journal.readAfter(documentName, sequence);
  const isWritten = entries.some(({ userId }) => userId === userIdOf(who));
  return { read: seen ? 'yes' : 'unexpected empty document', write: isWritten ? 'yes' : 'refused' };
}

function refuse(denial: string, doc: Y.Doc): Deeds {
  const outcome: Outcome = holdsSomething(doc) ? 'unexpected content' : (denial as ErrorCode);
  return { read: outcome, write: outcome };
}

const holdsSomething = (doc: Y.Doc) => doc.store.clients.size > 0;

const until = (isSo: () => boolean) =>
  vi.waitFor(() => isSo() || Promise.reject(new Error('nothing happens')), { interval: 2, timeout: 30_000 });
