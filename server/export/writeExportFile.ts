import { AppError } from '#shared/errors/AppError.ts';
import type { ExportFile } from '#shared/export/ExportFile.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';

export type WriteOptions = {
  isDraft: boolean;
  onProgress: (done: number, total: number) => void;
};

/** The bytes of one file. Each library is loaded only when it is needed: that is most of the time a small file takes. */
export async function writeExportFile(
  model: ReportModel,
  file: ExportFile,
  { isDraft, onProgress }: WriteOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (file.format) {
    case 'xlsx': {
      const { writeReportXlsx } = await import('./writeReportXlsx.ts');
      return writeReportXlsx(model, { isDraft });
    }
    case 'csv': {
      const { writeTableCsv } = await import('./writeTableCsv.ts');
      return new TextEncoder().encode(writeTableCsv(model, file.table, file.flavour, { isDraft }));
    }
    case 'html': {
      const { writeReportHtml } = await import('./html/writeReportHtml.ts');
      return new TextEncoder().encode(writeReportHtml(model, { isDraft }));
    }
    case 'open-data': {
      const { writeOpenData } = await import('./writeOpenData.ts');
      return writeOpenData(model, { isDraft, createdAt: new Date().toISOString() });
    }
    case 'markdown': {
      const { writeReportMarkdown } = await import('./markdown/writeReportMarkdown.ts');
      return new TextEncoder().encode(writeReportMarkdown(model, { isDraft }));
    }
    case 'docx':
    case 'pdf': {
      const { buildPrintedDocument } = await import('./printed/buildPrintedDocument.ts');
      const printed = buildPrintedDocument(model, { isDraft });
      if (file.format === 'docx') {
        const { writeReportDocx } = await import('./writeReportDocx.ts');
        return writeReportDocx(printed, onProgress);
      }
      const { writeReportPdf } = await import('./writeReportPdf.ts');
      return writeReportPdf(printed, onProgress);
    }
    default:
      // A job of an older or newer server, or of a script: the compiler knows of none.
      throw new AppError('export.unknown-format');
  }
}
