import type { SearchAnswer } from '#shared/api/search.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, ReportId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { type CityServer, startCity } from '../city/CityServer.ts';
import { type Beside, measureBeside } from '../city/measureBeside.ts';
import { renameReport, storeReport } from '../city/storeReport.ts';
import { buildLargeReport } from '../exports/buildLargeReport.ts';
import type { CaseReport, Measure } from '../report/Measure.ts';
import { computePercentile } from '../report/percentile.ts';

const reports = 4;
const times = 10;
const queries: [what: string, query: string][] = [
  ['what stands in half of all rows', 'папір канцелярське'],
  ['what stands in one row of each', 'зустріч 4321'],
  ['what stands nowhere', 'небачене'],
  ['a sum', '1000,00'],
];

/** The search over all rows and texts of several large reports. */
export async function runSearchCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const rows = isQuick ? 2_000 : 10_000;
  const large = buildLargeReport(rows, { organisations: 60, directions: 10 });
  const reportIds = Array.from({ length: reports }, (_, index) => ReportId.parse(`r${index}`));
  const city = await startCity(async (storage) => {
    for (const [index, reportId] of reportIds.entries()) {
      await storeReport(storage, renameReport(large, reportId, 2020 + index));
    }
    return reportIds;
  });
  try {
    const sheet = sheetName(must(reportIds[0], 'a report'), OrganisationId.parse('o1'));
    let asks = 0;
    const first = await measureBeside(city, sheet, async () => {
      // Until no report is left that was not read to its end.
      do asks += 1;
      while ((await search(city, 'папір')).left.length > 0);
    });
    const measures: Measure[] = [
      { label: 'first search ever, all of it', unit: 'ms', values: { zvit: first.ms } },
      { label: 'questions that it took', unit: '', values: { zvit: asks } },
      { label: 'longest wait of others meanwhile', unit: 'ms', values: waitsOf(first), budget: 100 },
    ];
    for (const [what, query] of queries) {
      const taken: number[] = [];
      const beside = await measureBeside(city, sheet, async () => {
        for (let index = 0; index < times; index += 1) {
          const started = performance.now();
          await search(city, query);
          taken.push(performance.now() - started);
        }
      });
      measures.push(
        { label: `${what}, p50`, unit: 'ms', values: { zvit: computePercentile(taken, 50) }, budget: 200 },
        { label: 'longest wait of others meanwhile', unit: 'ms', values: waitsOf(beside), budget: 100 },
      );
    }
    return {
      title: `Search in ${reports} reports of ${rows} rows`,
      measures,
      notes: [
        `Each asked ${times} times while somebody writes fifty values a second into one of 240 sheets. The first reads what no search has read since the server was started.`,
      ],
    };
  } finally {
    await city.stop();
  }
}

const waitsOf = ({ meanwhile, alone }: Beside): Measure['values'] => ({
  zvit: meanwhile.longest,
  alone: alone.longest,
});

async function search(city: CityServer, query: string): Promise<SearchAnswer> {
  const { text } = await city.ask(`/api/search?query=${encodeURIComponent(query)}`);
  return JSON.parse(text) as SearchAnswer;
}
