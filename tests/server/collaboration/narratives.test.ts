import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { applyStored, loadStoredDocument } from '#server/collaboration/journal/loadStoredDocument.ts';
import { deepestNesting } from '#server/collaboration/updates/assertShallow.ts';
import { narrativeName } from '#shared/documents/documentName.ts';
import { DirectionId } from '#shared/model/ids.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { readNarrative } from '#shared/narrative/readNarrative.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { moneyFigure } from '#tests/support/narrativeArbitraries.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import {
  type SignedIn,
  smallReport,
  startCollaboration,
  type TestCollaboration,
} from '#tests/support/startCollaboration.ts';
import { buildUpdateMessage } from './rawMessages.ts';

const { reportId, first, second } = smallReport;
const directionId = DirectionId.parse('d1');
const documentName = narrativeName(reportId, directionId);
const plain = { bold: false, italic: false, link: null };
const sentence: Narrative = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Витрачено ', ...plain },
      { type: 'figure', spec: moneyFigure, ...plain },
    ],
  },
];

describe('texts of directions on the server', () => {
  let server: TestCollaboration;
  const clients: SheetClient[] = [];

  beforeEach(async () => {
    server = await startCollaboration({ maxCellBytes: 5_000 });
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop();
    await server.stop();
  });

  async function open(person: SignedIn): Promise<SheetClient> {
    const client = new SheetClient({
      url: server.url,
      cookie: person.cookie,
      documentName,
      organisationId: first,
    });
    clients.push(client);
    await vi.waitFor(() => expect(client.provider.synced).toBe(true));
    return client;
  }

  const readTexts = async () => (await server.collaboration.readReport(reportId))?.narratives;

  it('NAR-10 a responsible organisation writes, others read, and the report is read from stored documents', async () => {
    const author = await open(await server.editor('Олена', first));
    const reader = await open(await server.editor('Ганна', second));
    appendNarrative(author.doc, sentence);
    await vi.waitFor(() => expect(author.isSaved).toBe(true));
    await vi.waitFor(() => expect(readNarrative(reader.doc)).toEqual(sentence));
    expect(await readTexts()).toEqual(new Map([[directionId, sentence]]));

    expect(reader.provider.authorizedScope).toBe('readonly');
    const before = (await server.storage.journal.readAfter(documentName, 0)).length;
    appendNarrative(reader.doc, [{ type: 'paragraph', content: [{ type: 'text', text: 'чуже', ...plain }] }]);
    appendNarrative(author.doc, [{ type: 'paragraph', content: [{ type: 'text', text: 'далі', ...plain }] }]);
    await vi.waitFor(() => expect(author.isSaved).toBe(true));
    expect(await server.storage.journal.readAfter(documentName, 0)).toHaveLength(before + 1);

    for (const client of clients.splice(0)) client.stop();
    await server.restart();
    expect((await readTexts())?.get(directionId)).toHaveLength(2);
  });

  it('NAR-11 lets in what an editor writes, and nothing else', async () => {
    const honest = await open(await server.editor('Олена', first));
    appendNarrative(honest.doc, sentence);
    await vi.waitFor(() => expect(honest.isSaved).toBe(true));
    const attacks: [string, (doc: Y.Doc) => void][] = [
      ['document.frame', (doc) => doc.getXmlFragment('text').push([new Y.XmlElement('script')])],
      ['document.frame', (doc) => doc.getXmlFragment('elsewhere').push([new Y.XmlElement('paragraph')])],
      ['document.frame', (doc) => doc.getMap('text').set('key', 1)],
      ['document.frame', (doc) => doc.getText('text').insertEmbed(0, { image: 'data:' })],
      ['document.frame', (doc) => doc.getText('text').insert(0, 'x', { onclick: 'alert(1)' })],
      [
        'document.cell-too-large',
        (doc) => {
          const figure = new Y.XmlElement('figure');
          figure.setAttribute('spec', 'x'.repeat(4_000));
          doc.getXmlFragment('text').push([figure]);
        },
      ],
    ];
    for (const [code, attack] of attacks) {
      const doc = new Y.Doc();
      attack(doc);
      const attacker = await open(
        await server.editor(`Зловмисник ${attacks.findIndex((a) => a[1] === attack)}`, first),
      );
      attacker.socket.send(buildUpdateMessage(documentName, Y.encodeStateAsUpdate(doc)));
      await vi.waitFor(() => expect(attacker.messages).toMatchObject([{ type: 'refused', code }]));
    }
    expect(await server.storage.journal.readAfter(documentName, 0)).toHaveLength(1);
    expect((await readTexts())?.get(directionId)).toEqual(sentence);
  });

  it('NAR-18 refuses elements that stand deeper than anybody writes, however they are sent', async () => {
    const honest = await open(await server.editor('Олена', first));
    const nest = (doc: Y.Doc, levels: number) => {
      let parent: Y.XmlFragment = doc.getXmlFragment('text');
      for (let level = 0; level < levels; level += 1) {
        const quote = new Y.XmlElement('blockquote');
        parent.insert(0, [quote]);
        parent = quote;
      }
      return parent;
    };
    honest.doc.transact(() => nest(honest.doc, deepestNesting));
    await expect.poll(() => honest.isSaved).toBe(true);
    const kept = await server.storage.journal.readAfter(documentName, 0);

    const refuse = async (code: string, update: Uint8Array) => {
      const attacker = await open(await server.editor('Зловмисник', first));
      attacker.socket.send(buildUpdateMessage(documentName, update));
      await expect.poll(() => attacker.messages).toMatchObject([{ type: 'refused', code }]);
    };
    const deep = new Y.Doc();
    nest(deep, 6_000);
    await refuse('document.nested-too-deep', Y.encodeStateAsUpdate(deep));

    // One more level in what is stored, and beside it: a neighbour stands as deep.
    for (const isBeside of [false, true]) {
      const more = new Y.Doc();
      Y.applyUpdate(more, Y.encodeStateAsUpdate(honest.doc));
      const before = Y.encodeStateVector(more);
      let parent: Y.XmlFragment = more.getXmlFragment('text');
      while (parent.length > 0) parent = parent.get(0) as Y.XmlElement;
      parent.insert(0, [new Y.XmlElement('paragraph')]);
      if (isBeside) parent.insert(1, [new Y.XmlElement('paragraph')]);
      await refuse('document.nested-too-deep', Y.encodeStateAsUpdate(more, before));
    }

    expect(await server.storage.journal.readAfter(documentName, 0)).toEqual(kept);

    // From below, each level waiting for the one that it stands in: let in up to the same depth.
    const late = new Y.Doc();
    const levels: Uint8Array[] = [];
    late.on('update', (update: Uint8Array) => levels.push(update));
    nest(late, deepestNesting + 10);
    const patient = await open(await server.editor('Зловмисник', first));
    for (const update of levels.slice(1).reverse()) {
      patient.socket.send(buildUpdateMessage(documentName, update));
    }
    const refusal = { type: 'refused', code: 'document.nested-too-deep' };
    await expect.poll(() => patient.messages[0]).toMatchObject(refusal);
    const stored = await server.storage.journal.readAfter(documentName, 0);
    expect(stored).toHaveLength(kept.length + deepestNesting);
  });

  it('NAR-12 two authors who delete one paragraph at once, one of them writing in it, end with the same text', async () => {
    const olena = await open(await server.editor('Олена', first));
    const hanna = await open(await server.editor('Ганна', first));
    appendNarrative(olena.doc, [...sentence, ...sentence]);
    await vi.waitFor(() => expect(readNarrative(hanna.doc)).toHaveLength(2));
    olena.goOffline();
    hanna.goOffline();
    await vi.waitFor(() => expect(olena.closes.length + hanna.closes.length).toBe(2));
    olena.doc.getXmlFragment('text').delete(0, 1);
    const paragraph = hanna.doc.getXmlFragment('text').get(0);
    if (paragraph instanceof Y.XmlElement) paragraph.push([new Y.XmlText(' грн')]);
    hanna.doc.getXmlFragment('text').delete(0, 1);
    olena.goOnline();
    hanna.goOnline();
    await vi.waitFor(() => expect(olena.isSaved && hanna.isSaved).toBe(true));
    await vi.waitFor(() => expect(readNarrative(hanna.doc)).toEqual(readNarrative(olena.doc)));
    expect(readNarrative(hanna.doc)).toEqual(sentence);
  });

  it('NAR-19 marks that two authors set at once, and Yjs clears away, are cleared in the journal too', async () => {
    const olena = await open(await server.editor('Олена', first));
    const hanna = await open(await server.editor('Ганна', first));
    appendNarrative(olena.doc, sentence);
    await vi.waitFor(() => expect(readNarrative(hanna.doc)).toEqual(sentence));
    olena.goOffline();
    hanna.goOffline();
    await vi.waitFor(() => expect(olena.closes.length + hanna.closes.length).toBe(2));
    for (const { doc } of [olena, hanna]) {
      const [text] = doc.getXmlFragment('text').createTreeWalker((node) => node instanceof Y.XmlText);
      if (text instanceof Y.XmlText) text.format(0, 'Витрачено'.length, { bold: {} });
    }
    olena.goOnline();
    hanna.goOnline();
    await vi.waitFor(() => expect(olena.isSaved && hanna.isSaved).toBe(true));
    await vi.waitFor(async () => {
      const stored = new Y.Doc();
      applyStored(stored, await loadStoredDocument(server.storage.journal, documentName));
      for (const { doc } of [olena, hanna]) {
        expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(stored))).toBe(true);
      }
      expect([...Y.snapshot(stored).ds.clients]).not.toEqual([]);
    });
  });
});
