import type { Browser, Page } from 'playwright-core';
import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { DirectionId, OrganisationId, RowId } from '#shared/model/ids.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { visitAgain } from '../browser/visitAgain.ts';
import { type BusyReport, buildBusyReport } from '../city/buildBusyReport.ts';
import { type Answered, type CityServer, startCity } from '../city/CityServer.ts';
import { storeReport } from '../city/storeReport.ts';
import { BenchClient } from '../client/BenchClient.ts';
import { EditLog } from '../client/EditLog.ts';
import type { CaseReport, Measure } from '../report/Measure.ts';
import { computePercentile } from '../report/percentile.ts';

const rowId = RowId.parse('typed');
const matrixLabel = 'Виконавці й напрями';

/** What a route took the first time after the server was started, and when it was asked again. */
type RouteTimes = { first: Answered; againMs: number };
type Overview = {
  routes: Map<string, RouteTimes>;
  totals: number[];
  matrix: number[];
  totalsAgain: number[];
  matrixAgain: number[];
  edits: number[];
};

/** «Зведення» of a whole city: its page, and the routes behind it. */
export async function runOverviewCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const rows = isQuick ? 2_000 : 10_000;
  const whole = await measureCity(buildBusyReport(rows, { organisations: 60, directions: 10 }), isQuick);
  const tenth = await measureCity(buildBusyReport(rows / 10, { organisations: 6, directions: 10 }), isQuick);
  const both = (read: (overview: Overview) => number | null): Measure['values'] => ({
    zvit: read(whole),
    tenth: read(tenth),
  });
  const middle = (read: (overview: Overview) => number[]) => both((one) => computePercentile(read(one), 50));
  const routes = [...whole.routes.keys()].flatMap((name): Measure[] => {
    const of = (read: (times: RouteTimes) => number) =>
      both((one) => {
        const times = one.routes.get(name);
        return times === undefined ? null : read(times);
      });
    return [
      { label: `${name}: first`, unit: 'ms', values: of(({ first }) => first.ms) },
      { label: `${name}: again`, unit: 'ms', values: of(({ againMs }) => againMs), budget: 100 },
      { label: `${name}: size`, unit: 'kB', values: of(({ first }) => first.bytes / 1_024) },
    ];
  });
  const measures: Measure[] = [
    {
      label: 'opened for the first time → totals, p50',
      unit: 'ms',
      values: middle((one) => one.totals),
      budget: 1_000,
    },
    { label: 'opened for the first time → matrix, p50', unit: 'ms', values: middle((one) => one.matrix) },
    {
      label: 'opened again → totals, p50',
      unit: 'ms',
      values: middle((one) => one.totalsAgain),
      budget: 1_000,
    },
    { label: 'opened again → matrix, p50', unit: 'ms', values: middle((one) => one.matrixAgain) },
    { label: 'edit elsewhere → total on screen, p50', unit: 'ms', values: middle((one) => one.edits) },
    {
      label: 'edit elsewhere → total on screen, max',
      unit: 'ms',
      values: both((one) => Math.max(...one.edits)),
      budget: 250,
    },
    ...routes,
  ];
  return {
    title: `«Зведення» for 60 organisations in 10 directions, ${rows} rows`,
    measures,
    notes: [
      'With an approved plan of 1,200 lines, findings in every tenth row, and a comment at every thirtieth; a tenth of it is 6 organisations with a tenth of the rows. The page from the beginning of the navigation. A route is first asked of a server that has just been started.',
    ],
  };
}

async function measureCity(busy: BusyReport, isQuick: boolean): Promise<Overview> {
  if (isClientBuildStale()) await buildClient();
  const { content, threads } = busy;
  const reportId = content.structure.report.id;
  const city = await startCity(async (storage) => {
    await storeReport(storage, content);
    for (const thread of threads) await storage.comments.begin(thread);
    return [reportId];
  });
  const browser = await launchBrowser();
  const log = new EditLog(1);
  const writer = new BenchClient({
    url: `ws://127.0.0.1:${city.process.port}`,
    dialect: 'hocuspocus',
    documentName: sheetName(reportId, OrganisationId.parse('o1')),
    headers: { cookie: city.cookie, origin: city.origin },
    log,
  });
  try {
    const routes = await measureRoutes(city, reportId);
    await writer.whenSynced;
    await writer.change((doc) =>
      insertRow(doc, {
        id: rowId,
        kind: 'expenditure',
        order: 'a0',
        values: { directionId: DirectionId.parse('d1'), measure: 'Видаток', actualMinor: 0, plannedMinor: 0 },
      }),
    );
    const sum = content.rows.reduce(
      (total, row) => total + BigInt(row.kind === 'expenditure' ? (row.values.actualMinor ?? 0) : 0),
      0n,
    );
    const overview: Overview = {
      routes,
      totals: [],
      matrix: [],
      totalsAgain: [],
      matrixAgain: [],
      edits: [],
    };
    const last = content.structure.organisations.at(-1)?.shortName ?? '';
    for (let visit = 0; visit < (isQuick ? 2 : 5); visit += 1) {
      const page = await openPage(browser, city, `/reports/${reportId}/control`);
      overview.totals.push(await measureUntil(page, 'body', formatMoney(sum)));
      overview.matrix.push(await measureUntil(page, `[aria-label="${matrixLabel}"] table`, last));
      const next = await visitAgain(page);
      overview.totalsAgain.push(await measureUntil(next, 'body', formatMoney(sum)));
      overview.matrixAgain.push(await measureUntil(next, `[aria-label="${matrixLabel}"] table`, last));
      await next.context().close();
    }
    const page = await openPage(browser, city, `/reports/${reportId}/control`);
    await measureUntil(page, 'body', 'Збережено');
    for (let edit = 1; edit <= (isQuick ? 5 : 20); edit += 1) {
      const shown = page.waitForFunction(
        (wanted) => (document.body.innerText.includes(wanted) ? Date.now() : null),
        formatMoney(sum + BigInt(edit)),
        { polling: 'raf' },
      );
      const written = Date.now();
      void writer.change((doc) => setCell(doc, rowId, 'actualMinor', edit));
      overview.edits.push(Number(await (await shown).jsonValue()) - written);
    }
    return overview;
  } finally {
    writer.close();
    await browser.close();
    await city.stop();
  }
}

async function measureRoutes(city: CityServer, reportId: string): Promise<Map<string, RouteTimes>> {
  const of = (path: string) => `/api/reports/${reportId}${path}`;
  await city.ask(of('/news'), { time: Date.UTC(2020, 0, 2) }, 'PUT');
  const paths: [string, string][] = [
    ['structure', of('')],
    ['totals', of('/totals')],
    ['sheets', of('/submissions')],
    ['news', of('/news')],
    ['history', of('/history')],
    ['comments', of('/comments')],
    ['notices', '/api/notices'],
    ['search', `/api/search?query=${encodeURIComponent('канцелярське приладдя')}&report=${reportId}`],
  ];
  const routes = new Map<string, RouteTimes>();
  for (const [name, path] of paths) {
    const first = await city.ask(path);
    const again: number[] = [];
    for (let time = 0; time < 9; time += 1) again.push((await city.ask(path)).ms);
    routes.set(name, { first, againMs: computePercentile(again, 50) ?? Number.NaN });
  }
  return routes;
}

async function openPage(browser: Browser, { cookie, origin }: CityServer, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'uk-UA', viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}${path}`, { waitUntil: 'commit' });
  return page;
}

/** From the beginning of the navigation, by the page's own clock. */
async function measureUntil(page: Page, selector: string, text: string): Promise<number> {
  const handle = await page.waitForFunction(
    ([where = '', wanted = '']) => {
      const element = document.querySelector<HTMLElement>(where);
      return element?.innerText.includes(wanted) ? performance.now() : null;
    },
    [selector, text],
    { polling: 'raf' },
  );
  return Number(await handle.jsonValue());
}
