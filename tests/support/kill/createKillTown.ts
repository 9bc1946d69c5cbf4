import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { applyStored, loadStoredDocument } from '#server/collaboration/journal/loadStoredDocument.ts';
import { openReadOnlyStorage } from '#server/storage/openReadOnlyStorage.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import type { ExtraColumn } from '#shared/model/columns.ts';
import { DirectionId, OrganisationId, ProgrammeId, ReportId } from '#shared/model/ids.ts';
import { createPersonSigner } from '../createPersonSigner.ts';
import type { WriterSeat } from './KillWriter.ts';
import { readPiecesOf } from './readPiecesOf.ts';
import type { KillTarget } from './runKillRounds.ts';
import { ServerProcess } from './ServerProcess.ts';

const reportId = ReportId.parse('r1');
const directionId = DirectionId.parse('d1');

export type KillTown = KillTarget & {
  /** Sees and may write everything. */
  coordinatorCookie: string;
  remove(): Promise<void>;
};

type TownSize = {
  people: number;
  sheets: number;
  /** Every so many of the people write the text of the one direction; none when it is left out. */
  textWriterEvery?: number;
  /** Added to its tables. */
  columns?: readonly ExtraColumn[];
};

/** A fresh database with a report of `sheets` organisations and as many signed-in editors as `people`. */
export async function createKillTown(options: TownSize): Promise<KillTown> {
  const folder = await mkdtemp(join(tmpdir(), 'zvit-kill-'));
  const file = join(folder, 'zvit.sqlite');
  const { seats, coordinatorCookie } = await signEverybodyIn(file, options);
  return {
    server: new ServerProcess('server/main.ts', {
      DATA_DIR: folder,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      DEMO: '0',
    }),
    seats,
    coordinatorCookie,
    async readStored(documentName) {
      const storage = openReadOnlyStorage({ databaseUrl: null, file });
      const stored = await loadStoredDocument(storage.journal, documentName);
      await storage.close();
      const doc = new Y.Doc();
      applyStored(doc, stored);
      return readPiecesOf(documentName, doc);
    },
    async checkStored() {
      const storage = openReadOnlyStorage({ databaseUrl: null, file });
      const { problems } = await verifyJournal(storage);
      await storage.close();
      if (problems.length > 0) throw new Error(`the journal is damaged: ${JSON.stringify(problems)}`);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function signEverybodyIn(
  file: string,
  counts: TownSize,
): Promise<Pick<KillTown, 'coordinatorCookie'> & { seats: WriterSeat[] }> {
  const storage = await openStorage({ databaseUrl: null, file });
  const organisationIds = Array.from({ length: counts.sheets }, (_, index) =>
    OrganisationId.parse(`o${index}`),
  );
  const programmeId = ProgrammeId.parse('p1');
  await storage.reports.create({
    programme: {
      id: programmeId,
      title: 'Програма',
      community: 'Місто',
      periodStart: '2017-01-01',
      periodEnd: '2022-12-31',
    },
    report: {
      id: reportId,
      programmeId,
      year: 2020,
      title: 'Звіт',
      signatoryPosition: '',
      signatoryName: '',
      isExample: false,
    },
    directions: [{ id: directionId, reportId, number: 1, title: 'Напрям' }],
    indicators: [],
    organisations: organisationIds.map((id) => ({
      id,
      name: `Виконавець ${id}`,
      shortName: id,
      kind: 'department',
    })),
    responsibilities: organisationIds.map((organisationId) => ({ directionId, organisationId })),
    columns: (counts.columns ?? []).map((column) => ({ ...column, reportId })),
  });
  const signIn = createPersonSigner(storage);
  const seats: WriterSeat[] = [];
  for (let index = 0; index < counts.people; index += 1) {
    const organisationId = organisationIds[index % organisationIds.length];
    if (organisationId === undefined) throw new RangeError('a town without sheets');
    const person = await signIn([{ reportId, role: 'editor', organisationId }]);
    const isTextWriter = counts.textWriterEvery !== undefined && index % counts.textWriterEvery === 0;
    seats.push({ ...person, reportId, organisationId, directionId: isTextWriter ? directionId : null });
  }
  const { cookie: coordinatorCookie } = await signIn([{ reportId, role: 'coordinator' }]);
  await storage.close();
  return { seats, coordinatorCookie };
}
