import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import type { ExportProgress } from '#server/export/ExportProgress.ts';
import { exportReport } from '#server/export/exportReport.ts';
import { readWorkbook } from '#server/export/gate/xlsx/readWorkbook.ts';
import { writeTableCsv } from '#server/export/writeTableCsv.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { readDocx } from '#tests/support/docx/readDocx.ts';

const content = buildContent(buildExampleStructure(), buildExampleRows());

describe('exportReport', () => {
  it('EXP-13 makes the same files in a process of its own, while this one goes on', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const [xlsx, csv] = await Promise.all([
      exportReport({ ...content, format: 'xlsx', isDraft: false }),
      exportReport({ ...content, format: 'csv', table: 'expenditure', flavour: 'excel', isDraft: false }),
    ]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
    expect(readWorkbook(xlsx).sheets.get('Видатки')?.cells.get('J40')?.value).toBe(437_603.56);
    const expected = writeTableCsv(buildReportModel(content), 'expenditure', 'excel', { isDraft: false });
    expect(Buffer.from(csv).toString('utf8')).toBe(expected);
  });

  it('EXP-39 makes documents whole, drafts and final ones, and says how far it is', async () => {
    const seen: ExportProgress[] = [];
    const docx = await exportReport(
      { ...content, format: 'docx', isDraft: true },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(readDocx(docx).sections[1]?.heads.get('default')).toContain('ЧЕРНЕТКА');
    expect(seen.length).toBeGreaterThan(10);
    for (const [index, { done, total }] of seen.entries()) {
      expect(done).toBeGreaterThan(seen[index - 1]?.done ?? 0);
      expect(total).toBe(seen[0]?.total);
    }
    expect(seen.at(-1)?.done).toBe(seen.at(-1)?.total);
    const pdf = await exportReport({ ...content, format: 'pdf', isDraft: false });
    const tail = Buffer.from(pdf).toString('latin1').trimEnd();
    expect(tail.startsWith('%PDF-') && tail.endsWith('%%EOF')).toBe(true);
  });

  it('EXP-39 ends the process of a cancelled export, at work or in the queue, and the next goes on', async () => {
    const atWork = new AbortController();
    const inQueue = new AbortController();
    const job = { ...content, format: 'pdf', isDraft: false } as const;
    const reason = new Error('досить');
    const first = exportReport(job, { signal: atWork.signal, onProgress: () => atWork.abort(reason) });
    const second = exportReport(job, { signal: inQueue.signal });
    inQueue.abort(reason);
    const third = exportReport({
      ...content,
      format: 'csv',
      table: 'totals',
      flavour: 'standard',
      isDraft: false,
    });
    await expect(first).rejects.toBe(reason);
    await expect(second).rejects.toBe(reason);
    expect((await third).length).toBeGreaterThan(100);
  });

  it('EXP-39 refuses an unknown format by a code of its own', async () => {
    const job = { ...content, format: 'odt' } as unknown as Parameters<typeof exportReport>[0];
    await expect(exportReport(job)).rejects.toMatchObject({ code: 'export.unknown-format' });
  });

  it('EXP-13 reports a failure, and the next export goes on', async () => {
    const broken = [{ id: 'r1' }] as unknown as Row[];
    const failing = exportReport({ ...content, rows: broken, format: 'xlsx', isDraft: false });
    const next = exportReport({
      ...content,
      format: 'csv',
      table: 'totals',
      flavour: 'standard',
      isDraft: false,
    });
    await expect(failing).rejects.toThrow(TypeError);
    expect((await next).length).toBeGreaterThan(100);
  });
});
