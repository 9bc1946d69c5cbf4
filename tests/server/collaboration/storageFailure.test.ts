import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JournalStore, Storage } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { RowId } from '#shared/model/ids.ts';
import { insertRow } from '#shared/sheet/sheetDocument.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import {
  smallReport,
  startCollaboration,
  type TestCollaboration,
} from '#tests/support/startCollaboration.ts';

const { reportId, first } = smallReport;
const documentName = sheetName(reportId, first);

describe('a failing storage', () => {
  let server: TestCollaboration;
  let client: SheetClient;

  afterEach(async () => {
    client.stop();
    await server.stop();
  });

  async function start(journal: (real: JournalStore) => Partial<JournalStore>): Promise<void> {
    const wrap = (storage: Storage): Storage => ({
      ...storage,
      journal: { ...storage.journal, ...journal(storage.journal) },
    });
    server = await startCollaboration({ snapshotTailBytes: 1, stopTimeoutMs: 200 }, wrap);
    const { cookie } = await server.editor('Олена', first);
    client = new SheetClient({ url: server.url, cookie, documentName, organisationId: first });
    await vi.waitFor(() => expect(client.provider.synced).toBe(true));
  }

  const addRow = (id: string) =>
    insertRow(client.doc, { id: RowId.parse(id), kind: 'activity', order: 'a0', values: { content: id } });

  it.each(['storage.full', 'storage.unavailable'] as const)(
    'JRN-6 %s: the change is not called saved, nothing accepted is lost, and it is stored when there is room again',
    async (code) => {
      let isFailing = false;
      await start((real) => ({
        append: (...change) => (isFailing ? Promise.reject(new AppError(code)) : real.append(...change)),
      }));
      addRow('before');
      await vi.waitFor(() => expect(client.isSaved).toBe(true));
      isFailing = true;
      addRow('during');
      await vi.waitFor(() => expect(client.messages).toMatchObject([{ type: 'refused', code }]));
      await vi.waitFor(() => expect(client.closes.at(-1)).toMatchObject({ reason: code }));
      expect(client.isSaved).toBe(false);
      await expect(server.collaboration.readReportRows(reportId)).resolves.toMatchObject([{ id: 'before' }]);
      isFailing = false;
      client.provider.detach();
      client.provider.attach();
      await vi.waitFor(() => expect(client.isSaved).toBe(true));
      expect((await server.collaboration.readReportRows(reportId)).map(({ id }) => id).sort()).toEqual([
        'before',
        'during',
      ]);
    },
  );

  it('JRN-6 a snapshot that cannot be stored costs nothing but time', async () => {
    const saveSnapshot = vi.fn(() => Promise.reject(new AppError('storage.full')));
    await start(() => ({ saveSnapshot }));
    addRow('row1');
    await vi.waitFor(() => expect(client.isSaved).toBe(true));
    client.provider.detach();
    await vi.waitFor(() => expect(saveSnapshot).toHaveBeenCalled());
    await expect(server.collaboration.readReportRows(reportId)).resolves.toHaveLength(1);
  });

  it('JRN-7 stopping ends also when a commit never does', async () => {
    const hanging = Promise.withResolvers<void>();
    const append = vi.fn(() => hanging.promise);
    await start(() => ({ append }));
    addRow('row1');
    await vi.waitFor(() => expect(append).toHaveBeenCalled());
    await server.collaboration.stop();
    expect(client.isSaved).toBe(false);
    hanging.reject(new AppError('storage.unavailable'));
  });
});
