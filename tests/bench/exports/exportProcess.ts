import { exportReport } from '#server/export/exportReport.ts';
import type { ExportFile } from '#shared/export/ExportFile.ts';
import { must } from '#shared/must.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { readChildren, readPeakMemory } from '../servers/readProcess.ts';
import { buildLargeReport } from './buildLargeReport.ts';
import type { ExportRun, ExportTask } from './ExportRun.ts';
import { writeBare } from './writeBare.ts';

/** Makes one file and ends: the memory that was in use at the worst moment is this file's alone. */
const { writer, file, rows } = JSON.parse(process.argv[2] ?? '') as ExportTask;
const content = buildLargeReport(rows);
const startMb = readPeakMb();
const run = writer === 'zvit' ? await measureOwn(content, file) : await measureBare(content, file);
console.info(JSON.stringify({ ...run, startMb } satisfies ExportRun));

/** The final file, by the product's own process for it, which says when it has written and begins to check. */
async function measureOwn(content: ReportContent, file: ExportFile): Promise<Omit<ExportRun, 'startMb'>> {
  const startedAt = performance.now();
  // A process that has ended has no memory left to ask for.
  let mb = 0;
  const look = () => {
    for (const pid of readChildren(process.pid)) mb = Math.max(mb, (readPeakMemory(pid) ?? 0) / 2 ** 20);
    return { ms: performance.now() - startedAt, mb };
  };
  const timer = setInterval(look, 20);
  const written: ReturnType<typeof look>[] = [];
  await exportReport(
    { ...content, ...file, isDraft: false },
    {
      onProgress({ stage }) {
        if (stage === 'checking' && written.length === 0) written.push(look());
      },
    },
  );
  clearInterval(timer);
  const endMs = performance.now() - startedAt;
  const atFile = must(written[0], 'a file that is being checked');
  return { fileMs: atFile.ms, fileMb: atFile.mb, checkMs: endMs - atFile.ms, checkMb: mb };
}

async function measureBare(content: ReportContent, file: ExportFile): Promise<Omit<ExportRun, 'startMb'>> {
  const startedAt = performance.now();
  await writeBare(content, file.format);
  return { fileMs: performance.now() - startedAt, fileMb: readPeakMb(), checkMs: null, checkMb: null };
}

/** What the system counts for a process may begin with what its parent held, so that is the second choice. */
function readPeakMb(): number {
  return (readPeakMemory(process.pid) ?? process.resourceUsage().maxRSS * 1024) / 2 ** 20;
}
