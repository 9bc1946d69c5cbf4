import { type ExportOptions, exportAllFiles, exportReport } from '#server/export/exportReport.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { exportFormats } from '#shared/export/exportFormats.ts';
import type { ManifestFile } from '#shared/finalising/manifest.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { sha256 } from './sha256.ts';

export type MadeFile = ManifestFile & { content: Uint8Array };

type Options = Pick<ExportOptions, 'signal'> & {
  onFile(progress: { done: number; total: number }): void;
};

/**
 * All files of a report from one content, each a final one: refused by what blocks it, and read back.
 * Rejects like `exportReport`.
 */
export async function makeExportFiles(
  content: ReportContent,
  { signal, onFile }: Options,
): Promise<MadeFile[]> {
  const files = await exportAllFiles(content, { onProgress: onFile, ...(signal && { signal }) });
  return files.map(({ file, name, bytes }) =>
    describeFile(name, exportFormats[file.format].contentType, bytes),
  );
}

export function describeFile(name: string, contentType: string, content: Uint8Array): MadeFile {
  return { name, contentType, size: content.byteLength, sha256: sha256(content), content };
}

/** AppError `export.personal-data` while nobody has looked at what looks like it. */
export async function refusePersonalData(content: ReportContent, signal?: AbortSignal): Promise<void> {
  const bytes = await exportReport({ ...content, format: 'personal-data' }, signal ? { signal } : {});
  const found: unknown[] = JSON.parse(new TextDecoder().decode(bytes));
  if (found.length > 0) throw new AppError('export.personal-data', { count: found.length });
}
