import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#server/export/gate/xlsx/readWorkbook.ts';
import { writeReportHtml } from '#server/export/html/writeReportHtml.ts';
import { writeReportMarkdown } from '#server/export/markdown/writeReportMarkdown.ts';
import { buildPrintedDocument } from '#server/export/printed/buildPrintedDocument.ts';
import { writeReportDocx } from '#server/export/writeReportDocx.ts';
import { writeReportPdf } from '#server/export/writeReportPdf.ts';
import { writeReportXlsx } from '#server/export/writeReportXlsx.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { readDocx } from '#tests/support/docx/readDocx.ts';
import { readPdf } from '#tests/support/pdf/readPdf.ts';

const final = { isDraft: false };

function buildSigned(signatoryPosition: string, signatoryName: string): ReportModel {
  const structure = buildReportStructure();
  const report = { ...structure.report, signatoryPosition, signatoryName };
  return buildReportModel(buildContent({ ...structure, report }, []));
}

/** The text of every document, its spaces plain. */
async function printAll(model: ReportModel): Promise<Map<string, string>> {
  const printed = () => buildPrintedDocument(model, final);
  const { sheets } = readWorkbook(await writeReportXlsx(model, final));
  const cells = [...(sheets.get('Зведення')?.cells.values() ?? [])].map(({ value }) => value);
  return new Map([
    ['docx', readDocx(await writeReportDocx(printed())).text.replaceAll('\n', ' ')],
    ['pdf', (await readPdf(await writeReportPdf(printed()))).text.replaceAll('\n', ' ')],
    ['html', writeReportHtml(model, final).replaceAll(/<[^>]*>/g, ' ')],
    ['md', writeReportMarkdown(model, final).replaceAll('\\', '')],
    ['xlsx', cells.join(' ')],
  ]);
}

describe('who signs', () => {
  it('EXP-27 is printed by position and name, with the place to sign between them', async () => {
    for (const [format, text] of await printAll(buildSigned('Міський голова', 'Олена ІВАНЕНКО'))) {
      expect(text, format).toMatch(/Міський голова[\s_]+Олена ІВАНЕНКО/);
    }
  });

  it('EXP-27 without a name has a line for it, without a position its name, and without both nothing', async () => {
    const unnamed = await printAll(buildSigned('Міський голова', ''));
    for (const format of ['docx', 'pdf']) {
      expect(unnamed.get(format)).toMatch(/Міський голова\s+_{14}\s+_{14}/);
    }
    for (const [format, text] of await printAll(buildSigned('', 'Олена ІВАНЕНКО'))) {
      expect(text, format).toContain('Олена ІВАНЕНКО');
    }
    for (const [format, text] of await printAll(buildSigned('', ''))) {
      expect(text, format).not.toContain('______');
    }
  });
});
