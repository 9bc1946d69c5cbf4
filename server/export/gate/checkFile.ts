import type { ExportFile } from '#shared/export/ExportFile.ts';
import { Comparison } from '#shared/footing/Comparison.ts';
import type { FootingCheck } from '#shared/footing/FootingCheck.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';

/**
 * Reads a finished file back by a library that had no part in writing it, and holds every number in it
 * against the report: rows, sums, indicators, and each figure of the text where the file has one. A
 * file that cannot be read is one that differs.
 */
export async function checkFile(
  model: ReportModel,
  job: ExportFile,
  file: { name: string; bytes: Uint8Array },
): Promise<FootingCheck> {
  const comparison = new Comparison('file', file.name);
  try {
    await read(comparison, model, job, file.bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    comparison.compare('увесь файл', 'файл, який можна прочитати', detail);
  }
  return comparison.finish();
}

// Each reader is loaded only when it is needed, as the writers are.
async function read(
  comparison: Comparison,
  model: ReportModel,
  job: ExportFile,
  bytes: Uint8Array,
): Promise<void> {
  switch (job.format) {
    case 'docx': {
      const { checkDocx } = await import('./docx/checkDocx.ts');
      return checkDocx(comparison, model, bytes);
    }
    case 'pdf': {
      const { checkPdf } = await import('./pdf/checkPdf.ts');
      return checkPdf(comparison, model, bytes);
    }
    case 'xlsx': {
      const { checkXlsx } = await import('./xlsx/checkXlsx.ts');
      return checkXlsx(comparison, model, bytes);
    }
    case 'csv': {
      const { checkCsv } = await import('./csv/checkCsv.ts');
      return checkCsv(comparison, model, bytes, job);
    }
    case 'html': {
      const { checkHtml } = await import('./html/checkHtml.ts');
      return checkHtml(comparison, model, bytes);
    }
    case 'markdown': {
      const { checkMarkdown } = await import('./markdown/checkMarkdown.ts');
      return checkMarkdown(comparison, model, bytes);
    }
    case 'open-data': {
      const { checkOpenData } = await import('./openData/checkOpenData.ts');
      return checkOpenData(comparison, model, bytes);
    }
  }
}
