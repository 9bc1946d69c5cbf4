import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addLastChanges } from '#server/collaboration/addLastChanges.ts';
import { LastChangeReader } from '#server/collaboration/LastChangeReader.ts';
import { ReportReader } from '#server/collaboration/ReportReader.ts';
import { refuseUnfinished } from '#server/export/refuseUnfinished.ts';
import { openReadOnlyStorage } from '#server/storage/openReadOnlyStorage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { readDatabaseLocation } from './databaseLocation.ts';
import { checkFormatNames, exportFormatNames, listExportFiles } from './exportFormats.ts';
import { findReport } from './findReport.ts';
import { listPersonalData } from './listPersonalData.ts';
import { runTool } from './runTool.ts';
import { writeWholeFile } from './writeWholeFile.ts';

type Arguments = {
  report: string;
  formats: string[];
  folder: string;
  isDraft: boolean;
  acceptsPersonalData: boolean;
};

/** `npm run export -- --report 2020 --format xlsx,opendata --out DIR`, while the server runs or not. */
await runTool(async () => {
  const given = readArguments();
  if (given === null) {
    const formats = exportFormatNames.join(',');
    console.error(
      `npm run export -- --report YEAR|ID --format ${formats} --out DIR [--draft] [--accept-personal-data]`,
    );
    return false;
  }
  checkFormatNames(given.formats);
  const content = await readContent(given.report, given.formats);
  if (!given.isDraft) await refuseUnfit(content, given);
  await mkdir(given.folder, { recursive: true }).catch((error: unknown) => {
    throw new AppError('export.not-written', { file: given.folder, detail: String(error) }, { cause: error });
  });
  for (const { name, make } of listExportFiles(given.formats, content, given.isDraft)) {
    console.info(await writeWholeFile(given.folder, name, await make()));
  }
  return true;
});

function readArguments(): Arguments | null {
  try {
    const { values } = parseArgs({
      options: {
        report: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
        draft: { type: 'boolean', default: false },
        'accept-personal-data': { type: 'boolean', default: false },
      },
    });
    const { report, format, out } = values;
    if (report === undefined || format === undefined || out === undefined) return null;
    return {
      report,
      formats: [...new Set(format.split(',').map((name) => name.trim()))],
      // npm runs scripts in the project's own folder.
      folder: resolve(process.env.INIT_CWD ?? process.cwd(), out),
      isDraft: values.draft,
      acceptsPersonalData: values['accept-personal-data'],
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(error.message);
    return null;
  }
}

async function readContent(report: string, formats: readonly string[]): Promise<ReportContent> {
  const location = readDatabaseLocation();
  if (location.databaseUrl === null && !existsSync(location.file)) {
    throw new AppError('file.missing', { file: location.file });
  }
  const storage = openReadOnlyStorage(location);
  try {
    // Nothing is open in this process: everything is read as it is stored.
    const nothingOpen = { find: () => undefined };
    const reader = new ReportReader(storage, nothingOpen, { catchUp: async () => undefined });
    const content = await reader.readReport(await findReport(storage, report));
    if (content === null) throw new AppError('report.unknown');
    // Takes reading the whole journal, so only for the format that says who changed what.
    if (!formats.includes('html')) return content;
    const changes = new LastChangeReader(storage, nothingOpen);
    return await addLastChanges(content, (reportId, rows) => changes.read(reportId, rows));
  } finally {
    await storage.close();
  }
}

async function refuseUnfit(
  content: ReportContent,
  { formats, acceptsPersonalData }: Arguments,
): Promise<void> {
  refuseUnfinished(buildReportModel(content));
  if (!formats.includes('opendata') || acceptsPersonalData) return;
  const found = await listPersonalData(content);
  for (const line of found) console.error(line);
  if (found.length > 0) throw new AppError('export.personal-data', { count: found.length });
}
