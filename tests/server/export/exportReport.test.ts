import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { exportReport } from '#server/export/exportReport.ts';
import { writeTableCsv } from '#server/export/writeTableCsv.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { readWorkbook } from '#tests/support/xlsx/readWorkbook.ts';

const content = buildContent(buildExampleStructure(), buildExampleRows());

describe('exportReport', () => {
  it('EXP-13 makes the same files in a thread of its own, while this one goes on', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const [xlsx, csv] = await Promise.all([
      exportReport({ ...content, format: 'xlsx' }),
      exportReport({ ...content, format: 'csv', table: 'expenditure', flavour: 'excel' }),
    ]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
    expect(readWorkbook(xlsx).sheets.get('Видатки')?.cells.get('J40')?.value).toBe(437_603.56);
    const expected = writeTableCsv(buildReportModel(content), 'expenditure', 'excel');
    expect(Buffer.from(csv).toString('utf8')).toBe(expected);
  });

  it('EXP-13 reports a failure, and the next export goes on', async () => {
    const broken = [{ id: 'r1' }] as unknown as Row[];
    const failing = exportReport({ ...content, rows: broken, format: 'xlsx' });
    const next = exportReport({ ...content, format: 'csv', table: 'totals', flavour: 'standard' });
    await expect(failing).rejects.toThrow(TypeError);
    expect((await next).length).toBeGreaterThan(100);
  });
});
