import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExample } from '#server/example/loadExample.ts';
import { narratives2020 } from '#server/example/narratives2020.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { exampleReportId, organisations2020 } from '#server/example/structure2020.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { Row } from '#shared/model/rows.ts';
import { startCollaboration, type TestCollaboration } from '#tests/support/startCollaboration.ts';

let running: TestCollaboration;
beforeAll(async () => {
  running = await startCollaboration();
});
afterAll(() => running.stop());

const byId = (rows: readonly Row[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

async function readEntryCount(): Promise<number> {
  const names = await running.storage.journal.listDocuments();
  const heads = await Promise.all(names.map((name) => running.storage.journal.findHead(name)));
  return heads.reduce((sum, head) => sum + (head?.sequence ?? 0), 0);
}

describe('loadExample', () => {
  it('EXP-22 finishes what was cut short, and changes nothing when called again', async () => {
    const { storage, collaboration } = running;
    const { userId } = await running.coordinator('Координаторка');
    let imports = 0;
    const failing = {
      importUpdate: async (...parameters: Parameters<typeof collaboration.importUpdate>) => {
        imports += 1;
        if (imports > 4) throw new Error('the machine stops');
        await collaboration.importUpdate(...parameters);
      },
    };
    await expect(loadExample(storage, failing, userId)).rejects.toThrow('the machine stops');
    expect(await loadExample(storage, collaboration, userId)).toBe(exampleReportId);

    expect(await storage.reports.findStructure(exampleReportId)).toEqual(buildExampleStructure());
    expect(byId(await collaboration.readReportRows(exampleReportId))).toEqual(byId(buildExampleRows()));
    expect((await collaboration.readReport(exampleReportId))?.narratives).toEqual(narratives2020);
    const name = sheetName(exampleReportId, organisations2020.executive.id);
    expect((await storage.journal.readAfter(name, 0)).map((entry) => entry.userId)).toEqual([userId]);

    const entries = await readEntryCount();
    await loadExample(storage, collaboration, null);
    expect(await readEntryCount()).toBe(entries);
  });
});
