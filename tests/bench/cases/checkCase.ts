import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HistoryLedger } from '#server/collaboration/history/HistoryLedger.ts';
import { openReadOnlyStorage } from '#server/storage/openReadOnlyStorage.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { projectRoot } from '#server/tools/projectRoot.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, UserId } from '#shared/model/ids.ts';
import { SeededRandom } from '#tests/support/SeededRandom.ts';
import { startCity } from '../city/CityServer.ts';
import { measureBeside } from '../city/measureBeside.ts';
import { storeReport } from '../city/storeReport.ts';
import { buildLargeReport } from '../exports/buildLargeReport.ts';
import { SheetScribe } from '../history/SheetScribe.ts';
import { watched } from '../history/watched.ts';
import type { CaseReport } from '../report/Measure.ts';

const runTool = promisify(execFile);

/** The journal of a sheet that has been through a great deal is checked, from the page and from the command line. */
export async function runCheckCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const changes = isQuick ? 50_000 : 200_000;
  const content = buildLargeReport(0, { organisations: 2, directions: 1 });
  const reportId = content.structure.report.id;
  const name = sheetName(reportId, OrganisationId.parse('o1'));
  const writers = Array.from({ length: 20 }, (_, index) => UserId.parse(`w${index}`));
  const city = await startCity(async (storage) => {
    await storeReport(storage, content);
    await new SheetScribe(storage, name, { writers, changes, random: new SeededRandom(1) }).fill(changes);
    await new HistoryLedger(storage, { find: () => undefined }).catchUp(name);
    return [reportId];
  });
  try {
    const path = `/api/reports/${reportId}/journal-check`;
    let found = '';
    const page = await measureBeside(city, sheetName(reportId, OrganisationId.parse('o2')), async () => {
      found = (await city.ask(path)).text;
    });
    const checked = JSON.parse(found) as { entries: number; problems: unknown[] };
    if (checked.problems.length > 0 || checked.entries < changes)
      throw new Error(`a check that says ${found}`);
    const tool = await watched(() =>
      runTool(process.execPath, ['server/tools/verifyJournal.ts'], {
        cwd: projectRoot,
        env: { ...process.env, DATA_DIR: city.folder, DATABASE_URL: '' },
      }),
    );
    const storage = openReadOnlyStorage({ databaseUrl: null, file: city.file });
    const chain = await watched(() => verifyJournal(storage));
    await storage.close();
    return {
      title: `The journal of a sheet with ${changes} changes is checked`,
      measures: [
        { label: 'from the page', unit: 'ms', values: { zvit: page.ms, chain: chain.ms } },
        { label: 'from the command line', unit: 'ms', values: { zvit: tool.ms, chain: chain.ms } },
        {
          label: 'others’ changes confirmed meanwhile, p50',
          unit: 'ms',
          values: { zvit: page.meanwhile.p50, alone: page.alone.p50 },
        },
        {
          label: 'others’ changes confirmed meanwhile, p99',
          unit: 'ms',
          values: { zvit: page.meanwhile.p99, alone: page.alone.p99 },
          budget: 100,
        },
        {
          label: 'others’ changes confirmed meanwhile, longest',
          unit: 'ms',
          values: { zvit: page.meanwhile.longest, alone: page.alone.longest },
          budget: 200,
        },
      ],
      notes: [
        'Hashes, what is told about each change, states kept along the way, and whose words are whose; “hashes alone” is the chain without the rest. Others write into another sheet, fifty values a second.',
      ],
    };
  } finally {
    await city.stop();
  }
}
