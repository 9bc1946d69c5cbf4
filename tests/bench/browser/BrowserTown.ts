import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';
import { type ExtraColumn, extraFieldOf } from '#shared/model/columns.ts';
import type { ColumnKind } from '#shared/model/extraField.ts';
import { DirectionId, RowId } from '#shared/model/ids.ts';
import { insertRows, type NewRow, setCell } from '#shared/sheet/sheetDocument.ts';
import type { BenchClient } from '../client/BenchClient.ts';
import { Crowd, doEvenly } from '../client/Crowd.ts';
import { startZvit } from '../servers/BenchServer.ts';
import { launchBrowser } from './launchBrowser.ts';

export const sheets = 50;
export const rowsPerSheet = 200;

type OpenOptions = {
  /** A built client that is shown in place of the product's, which the same server answers. */
  clientDir?: string;
  /** Whose sheet it is that whoever looks may write; the coordinator looks when it is left out. */
  sheet?: number;
  width?: number;
  height?: number;
};

/** A server with 50 sheets of 200 expenditures each, writers of all of them, and a browser to look at it. */
export type BrowserTown = {
  /** `http://127.0.0.1:port` */
  origin: string;
  writers: readonly BenchClient[];
  /** A page of its own context: nothing is kept from the one before. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  /** Changes the actual amount of one row after another, evenly over all sheets. */
  storm(perSecond: number, seconds: number): Promise<void>;
  stop(): Promise<void>;
};

/** With `columns` added to its expenditures, all of which are filled in. */
export async function startBrowserTown(columns: readonly ExtraColumn[] = []): Promise<BrowserTown> {
  if (isClientBuildStale()) await buildClient();
  const server = await startZvit(sheets, sheets, columns);
  const crowd = new Crowd(server, 1);
  const browser = await launchBrowser();
  await crowd.open(sheets);
  await Promise.all(crowd.clients.map((client, sheet) => fillSheet(client, sheet, columns)));
  const origin = server.url.replace(/^ws/, 'http');
  let written = 0;
  return {
    origin,
    writers: crowd.clients,
    async open(path, { clientDir, sheet, width = 1440, height = 900 } = {}) {
      const context = await browser.newContext({
        locale: 'uk-UA',
        viewport: { width, height },
        // It would answer with the product's files.
        serviceWorkers: clientDir === undefined ? 'allow' : 'block',
      });
      const cookie = sheet === undefined ? server.coordinatorCookie : server.headersOf(sheet).cookie;
      const [name = '', value = ''] = cookie?.split('=') ?? [];
      await context.addCookies([{ name, value, url: origin }]);
      const page = await context.newPage();
      if (clientDir !== undefined) await serveFrom(page, origin, clientDir);
      await page.goto(`${origin}${path}`, { waitUntil: 'commit' });
      return page;
    },
    async storm(perSecond, seconds) {
      await doEvenly(perSecond, seconds, () => {
        const sheet = written % sheets;
        const row = Math.floor(written / sheets) % rowsPerSheet;
        written += 1;
        const amount = 1_000 + written;
        void crowd.clients[sheet]?.change((doc) => setCell(doc, rowIdOf(sheet, row), 'actualMinor', amount));
      });
    },
    async stop() {
      await browser.close();
      crowd.close();
      await server.stop();
    },
  };
}

/** Answers with the files of a folder, and leaves the rest to the server. */
async function serveFrom(page: Page, origin: string, clientDir: string): Promise<void> {
  const answer = (path: string) => async (route: Route) => route.fulfill({ path: join(clientDir, path) });
  await page.route(`${origin}/reports/**`, answer('index.html'));
  await page.route(`${origin}/assets/**`, (route) => answer(new URL(route.request().url()).pathname)(route));
}

/** What stands in the added columns. */
export const filledIn = {
  text: 'за погодженням',
  number: 12.5,
  money: 123_400,
  date: '2020-05-17',
  choice: 'так',
} as const satisfies Record<ColumnKind, string | number>;

export function rowIdOf(sheet: number, row: number): RowId {
  return RowId.parse(`s${sheet}r${row}`);
}

async function fillSheet(client: BenchClient, sheet: number, columns: readonly ExtraColumn[]): Promise<void> {
  const added = Object.fromEntries(columns.map((column) => [extraFieldOf(column), filledIn[column.kind]]));
  const rows = Array.from(
    { length: rowsPerSheet },
    (_, row): NewRow => ({
      id: rowIdOf(sheet, row),
      kind: 'expenditure',
      order: 'a0',
      values: {
        directionId: DirectionId.parse('d1'),
        measure: `Видаток ${row}`,
        fund: 'general',
        kpkvk: '0210180',
        kekv: '2210',
        plannedMinor: 100,
        actualMinor: 100,
        ...added,
      },
    }),
  );
  await client.change((doc) => insertRows(doc, rows));
}
