import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
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
});
