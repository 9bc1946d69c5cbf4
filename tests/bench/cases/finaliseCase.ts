import { stat } from 'node:fs/promises';
import type { FinalisingAnswer } from '#shared/api/finalising.ts';
import type { AcceptancesAnswer, SheetState } from '#shared/api/submission.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, ReportId } from '#shared/model/ids.ts';
import { type CityServer, startCity } from '../city/CityServer.ts';
import { type Beside, measureBeside } from '../city/measureBeside.ts';
import { renameReport, storeReport } from '../city/storeReport.ts';
import { buildLargeReport } from '../exports/buildLargeReport.ts';
import type { CaseReport, Measure } from '../report/Measure.ts';
import { computePercentile } from '../report/percentile.ts';

const organisations = 60;
const reportId = ReportId.parse('closing');
const otherId = ReportId.parse('other');

/** A large report is submitted, accepted and closed while others write into the next one. */
export async function runFinaliseCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const rows = isQuick ? 2_000 : 10_000;
  const size = { organisations, directions: 10 };
  const city = await startCity(async (storage) => {
    await storeReport(storage, renameReport(buildLargeReport(rows, size), reportId, 2020));
    await storeReport(storage, renameReport(buildLargeReport(0, size), otherId, 2021));
    return [reportId, otherId];
  });
  try {
    const other = sheetName(otherId, OrganisationId.parse('o1'));
    const path = `/api/reports/${reportId}`;
    const submitted: number[] = [];
    const states: SheetState[] = [];
    const submitting = await measureBeside(city, other, async () => {
      for (let index = 1; index <= organisations; index += 1) {
        const { ms, text } = await city.ask(`${path}/sheets/o${index}/submit`, {});
        submitted.push(ms);
        states.push(JSON.parse(text) as SheetState);
      }
    });
    const sheets = states.map(({ organisationId, contentHash }) => ({ organisationId, contentHash }));
    const accepting = await measureBeside(city, other, async () => {
      const { results } = JSON.parse(
        (await city.ask(`${path}/acceptances`, { sheets })).text,
      ) as AcceptancesAnswer;
      if (results.some(({ outcome }) => outcome !== 'accepted')) throw new Error('a sheet was not accepted');
    });
    const before = await measureDatabase(city);
    let files = 0;
    const finalising = await measureBeside(city, other, async () => {
      const { text } = await city.ask(`${path}/finalising`, { note: '', personalData: 'accepted' });
      const { versions } = JSON.parse(text) as FinalisingAnswer;
      files = versions.flatMap((version) => version.files).reduce((sum, { size: bytes }) => sum + bytes, 0);
    });
    const after = await measureDatabase(city);
    return {
      title: `A report of ${rows} rows in ${organisations} sheets is closed`,
      measures: [
        { label: 'one sheet submitted, p50', unit: 'ms', values: { zvit: computePercentile(submitted, 50) } },
        waits('longest wait of others meanwhile', submitting),
        { label: `all ${organisations} accepted at once`, unit: 'ms', values: { zvit: accepting.ms } },
        waits('longest wait of others meanwhile', accepting),
        { label: 'finalised, all files made and read back', unit: 'ms', values: { zvit: finalising.ms } },
        {
          label: 'confirmations of others meanwhile, p99',
          unit: 'ms',
          values: { zvit: finalising.meanwhile.p99, alone: finalising.alone.p99 },
        },
        waits('longest wait of others meanwhile', finalising),
        { label: 'database before', unit: 'MB', values: { zvit: before } },
        { label: 'database after', unit: 'MB', values: { zvit: after } },
        { label: 'files of the version', unit: 'MB', values: { zvit: files / 2 ** 20 } },
      ],
      notes: ['Others write into a sheet of another report, fifty values a second.'],
    };
  } finally {
    await city.stop();
  }
}

function waits(label: string, { meanwhile, alone }: Beside): Measure {
  return { label, unit: 'ms', values: { zvit: meanwhile.longest, alone: alone.longest }, budget: 200 };
}

/** As the server leaves it behind, its log moved in. */
async function measureDatabase({ file, process }: CityServer): Promise<number> {
  await process.stop();
  const { size } = await stat(file);
  await process.start();
  return size / 2 ** 20;
}
