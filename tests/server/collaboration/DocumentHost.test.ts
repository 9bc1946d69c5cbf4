import type { Document } from '@hocuspocus/server';
import { describe, expect, test, vi } from 'vitest';
import { DocumentHost } from '#server/collaboration/DocumentHost.ts';

const name = 'sheet/r1/o1';
/** More turns of the microtask queue than anything here takes. */
const longest = 12;

function enter(host: DocumentHost): Promise<Document> {
  const settings = { readOnly: false, isAuthenticated: true };
  return host.createDocument(name, new Request('http://localhost'), 'socket', settings);
}

async function passTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

describe.each(Array.from({ length: longest }, (_, turns) => turns))('%i turns apart', (turns) => {
  test('JRN-45 who is given a document that the last person is just leaving has the one that others get', async () => {
    let finishSaving = () => {};
    const saving = new Promise<void>((resolve) => {
      finishSaving = resolve;
    });
    const host = new DocumentHost({ quiet: true, extensions: [{ beforeUnloadDocument: () => saving }] });
    const left = await enter(host);
    await vi.waitUntil(() => host.shouldUnloadDocument(left), { interval: 1 });
    const leaving = host.unloadDocument(left);
    finishSaving();
    await passTurns(turns);

    const given = await enter(host);
    expect(host.documents.get(name)).toBe(given);
    expect(given.isDestroyed).toBe(false);

    // Nobody connected to it after all.
    await leaving;
    await vi.waitUntil(() => host.documents.size === 0, { interval: 1 });
    expect(given.isDestroyed).toBe(true);
  });
});
