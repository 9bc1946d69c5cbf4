import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Limits } from '#server/collaboration/Limits.ts';
import {
  SheetChangesAnswer,
  SheetFindingsAnswer,
  SheetState,
  SubmissionsAnswer,
} from '#shared/api/submission.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { RowId } from '#shared/model/ids.ts';
import type { ExpenditureValues } from '#shared/model/rows.ts';
import { insertRow } from '#shared/sheet/sheetDocument.ts';
import type { ApiClient, ApiResponse } from '#tests/support/apiClient.ts';
import { createPeople, type PersonName, type Town } from '#tests/support/createPeople.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

/** A running server, its people, and the one sheet of the first report. */
export class SubmissionTown {
  readonly server: TestServer;
  readonly town: Town;
  readonly #clients: SheetClient[] = [];
  readonly #scripts: WebsocketProvider[] = [];

  private constructor(server: TestServer, town: Town) {
    this.server = server;
    this.town = town;
  }

  static async start(limits: Partial<Limits> = {}): Promise<SubmissionTown> {
    const server = await startTestServer({}, { limits });
    return new SubmissionTown(server, await createPeople(server.url, server.storage));
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.stop();
    for (const script of this.#scripts) script.destroy();
    await this.server.stop();
  }

  get sheet() {
    const { reportId, organisationId } = this.town;
    return { reportId, organisationId };
  }

  person(name: PersonName): ApiClient {
    return this.town.people[name];
  }

  /** `rest` begins with a slash: `/submit`. */
  sheetPath(rest: string): string {
    return `/api/reports/${this.town.reportId}/sheets/${this.town.organisationId}${rest}`;
  }

  post(name: PersonName, rest: string, body: unknown = {}): Promise<ApiResponse> {
    return this.person(name).post(this.sheetPath(rest), body);
  }

  /** A step that is expected to be taken. */
  async step(name: PersonName, rest: string, body: unknown = {}): Promise<SheetState> {
    const response = await this.post(name, rest, body);
    if (response.status !== 200) throw new Error(`${rest} refused: ${response.text}`);
    return SheetState.parse(response.json());
  }

  async state(): Promise<SheetState> {
    const [state] = (await this.states()).sheets;
    if (state === undefined) throw new Error('no sheet');
    return state;
  }

  async states(): Promise<SubmissionsAnswer> {
    const response = await this.person('viewer').get(`/api/reports/${this.town.reportId}/submissions`);
    return SubmissionsAnswer.parse(response.json());
  }

  async changes(): Promise<SheetChangesAnswer> {
    return SheetChangesAnswer.parse((await this.person('viewer').get(this.sheetPath('/changes'))).json());
  }

  async findings(): Promise<SheetFindingsAnswer> {
    return SheetFindingsAnswer.parse((await this.person('viewer').get(this.sheetPath('/findings'))).json());
  }

  explain(name: PersonName, key: string, text: string | null): Promise<ApiResponse> {
    return this.person(name).request('PUT', this.sheetPath('/explanations'), { body: { key, text } });
  }

  /** The sheet, open in somebody's browser and in step. */
  async open(name: PersonName): Promise<SheetClient> {
    const client = this.connect(name);
    await vi.waitFor(() => client.provider.synced || Promise.reject(new Error('not in sync')));
    return client;
  }

  /** With the document of an earlier client it is somebody who comes back. */
  connect(name: PersonName, doc = new Y.Doc(), organisationId = this.town.organisationId): SheetClient {
    const client = new SheetClient({
      url: this.server.url.replace('http', 'ws'),
      cookie: this.person(name).cookie,
      documentName: sheetName(this.town.reportId, organisationId),
      organisationId,
      origin: this.server.url,
      doc,
    });
    this.#clients.push(client);
    return client;
  }

  /** The sheet, open in a script of somebody whose token this is. */
  openGateway(token: string): { doc: Y.Doc; provider: WebsocketProvider } {
    const doc = new Y.Doc();
    const { reportId, organisationId } = this.town;
    const url = `${this.server.url.replace('http', 'ws')}/yjs`;
    const provider = new WebsocketProvider(url, sheetName(reportId, organisationId), doc, {
      params: { token },
      // The class of `ws` and the browser's differ in details y-websocket does not use.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 100,
    });
    this.#scripts.push(provider);
    return { doc, provider };
  }
}

/** Waits until the server has everything that was typed here. */
export async function saved(client: SheetClient): Promise<void> {
  await vi.waitFor(() => client.isSaved || Promise.reject(new Error('not saved')));
}

/** A row that the checks have nothing to say about, unless `values` give them something. */
export function addExpenditure(
  client: SheetClient,
  id: string,
  values: Partial<ExpenditureValues> = {},
): void {
  insertRow(client.doc, {
    id: RowId.parse(id),
    kind: 'expenditure',
    order: `a${client.rows.length}`,
    values: { measure: `Захід ${id}`, plannedMinor: 100_00, actualMinor: 100_00, ...values },
  });
}
