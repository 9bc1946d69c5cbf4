import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#server/tools/projectRoot.ts';
import type { ExportFile } from '#shared/export/ExportFile.ts';
import type { ExportRun, ExportTask } from '../exports/ExportRun.ts';
import type { CaseReport, Measure } from '../report/Measure.ts';

const files: ExportFile[] = [
  { format: 'xlsx' },
  { format: 'csv', table: 'expenditure', flavour: 'standard' },
  { format: 'docx' },
  { format: 'pdf' },
  { format: 'html' },
  { format: 'markdown' },
  { format: 'open-data' },
];
const script = join(projectRoot, 'tests/bench/exports/exportProcess.ts');
const runScript = promisify(execFile);

/** A large report in each format, beside the same rows and words written by the libraries bare. */
export async function runExportCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const rows = isQuick ? 1_000 : 10_000;
  const measures: Measure[] = [];
  let startMb = 0;
  for (const file of files) {
    const zvit = await runProcess({ writer: 'zvit', file, rows });
    const bare = await runProcess({ writer: 'bare', file, rows });
    measures.push(...compare(file, zvit, bare));
    startMb = Math.max(startMb, bare.startMb);
  }
  return {
    title: `A report of ${rows} rows → a file`,
    measures,
    notes: [
      `Each file is made by a process of its own (of ours by the product’s own), from the first word to it, the loading of the libraries included. Memory is the most that the process has held until then; Node and the rows are ${Math.round(startMb)} MB of that of the bare ones. The check reads the file back and holds it against the report.`,
    ],
  };
}

function compare({ format }: ExportFile, zvit: ExportRun, bare: ExportRun): Measure[] {
  return [
    { label: `${format}: made`, unit: 'ms', values: { zvit: zvit.fileMs, bare: bare.fileMs } },
    { label: `${format}: memory at most`, unit: 'MB', values: { zvit: zvit.fileMb, bare: bare.fileMb } },
    { label: `${format}: checked, in addition`, unit: 'ms', values: { zvit: zvit.checkMs, bare: null } },
    {
      label: `${format}: memory at most, the check included`,
      unit: 'MB',
      values: { zvit: zvit.checkMb, bare: null },
    },
  ];
}

async function runProcess(task: ExportTask): Promise<ExportRun> {
  const { stdout } = await runScript(process.execPath, [script, JSON.stringify(task)], { cwd: projectRoot });
  return JSON.parse(stdout) as ExportRun;
}
