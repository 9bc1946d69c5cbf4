import { exportReport } from '#server/export/exportReport.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { listFilesOf, nameExportFile } from '#shared/export/ExportFile.ts';
import { type ExportFormat, exportFormats } from '#shared/export/exportFormats.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

/** A file of a report, made when it is asked for. */
export type PendingFile = { name: string; make: () => Promise<Uint8Array> };

const formatByOption = new Map<string, ExportFormat>(
  Object.entries(exportFormats).map(([format, { option }]) => [option, format as ExportFormat]),
);

export const exportFormatNames = [...formatByOption.keys()];

/** AppError `export.unknown-format`, before anything is made. */
export function listExportFiles(
  names: readonly string[],
  content: ReportContent,
  isDraft: boolean,
): PendingFile[] {
  return names.flatMap((name) =>
    listFilesOf(findFormat(name)).map((file) => ({
      name: nameExportFile(file, content.structure.report.year, isDraft),
      make: () => exportReport({ ...content, ...file, isDraft }),
    })),
  );
}

/** AppError `export.unknown-format`. */
export function checkFormatNames(names: readonly string[]): void {
  for (const name of names) findFormat(name);
}

function findFormat(name: string): ExportFormat {
  const format = formatByOption.get(name);
  if (format === undefined) throw new AppError('export.unknown-format', { format: name });
  return format;
}
