import type { Storage } from '#server/storage/Storage.ts';
import type { ReportId } from '#shared/model/ids.ts';
import {
  createId,
  DirectionId,
  OrganisationId,
  ProgrammeId,
  ReportId as ReportIdSchema,
} from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import { ApiClient } from './apiClient.ts';

export const password = 'довгий пароль 1';

/** Everybody who may turn up at a door, each signed in to the same server. */
export type People = Record<
  'anonymous' | 'administrator' | 'coordinator' | 'editor' | 'viewer' | 'stranger' | 'editorElsewhere',
  ApiClient
>;
export type PersonName = keyof People;

export type Town = {
  reportId: ReportId;
  otherReportId: ReportId;
  organisationId: OrganisationId;
  people: People;
};

/**
 * Sets up a fresh server as its administrator would: the example report, a second, empty one, and an
 * account for each role. `stranger` has no membership at all; `editorElsewhere` edits the second report.
 */
export async function createPeople(url: string, storage: Storage): Promise<Town> {
  const administrator = new ApiClient(url);
  const setup = await administrator.post('/api/setup', {
    name: 'Адміністрування',
    login: 'administrator',
    password,
    loadExample: false,
  });
  if (setup.status !== 201) throw new Error(`setup refused: ${setup.text}`);

  // Loaded by the storage's hands, so that the administrator stays one without a membership.
  const { reportId, organisationId } = await createSmallReport(storage, 'first');
  const { reportId: otherReportId, organisationId: otherOrganisationId } = await createSmallReport(
    storage,
    'second',
  );
  const signUp = async (login: string, ...memberships: Membership[]) => {
    const created = await administrator.post('/api/users', {
      name: login,
      login,
      password,
      isAdministrator: false,
      memberships,
    });
    if (created.status !== 201) throw new Error(`account refused: ${created.text}`);
    const client = new ApiClient(url);
    await client.signIn(login, password);
    return client;
  };

  return {
    reportId,
    otherReportId,
    organisationId,
    people: {
      anonymous: new ApiClient(url),
      administrator,
      coordinator: await signUp('coordinator', { reportId, role: 'coordinator' }),
      editor: await signUp('editor', { reportId, role: 'editor', organisationId }),
      viewer: await signUp('viewer', { reportId, role: 'viewer' }),
      stranger: await signUp('stranger'),
      editorElsewhere: await signUp('elsewhere', {
        reportId: otherReportId,
        role: 'editor',
        organisationId: otherOrganisationId,
      }),
    },
  };
}

/** A report of one direction and one organisation, without rows. */
export async function createSmallReport(storage: Storage, name: string) {
  const reportId = ReportIdSchema.parse(`${name}-${createId()}`);
  const programmeId = ProgrammeId.parse(`p-${createId()}`);
  const organisationId = OrganisationId.parse(`o-${createId()}`);
  const directionId = DirectionId.parse(`d-${createId()}`);
  await storage.reports.create({
    programme: {
      id: programmeId,
      title: `Програма ${name}`,
      community: 'м. Приклад',
      periodStart: '2020-01-01',
      periodEnd: '2024-12-31',
    },
    report: {
      id: reportId,
      programmeId,
      year: 2021,
      title: `Звіт ${name}`,
      signatoryPosition: '',
      signatoryName: '',
      isExample: false,
    },
    directions: [{ id: directionId, reportId, number: 1, title: 'Напрям' }],
    indicators: [],
    organisations: [{ id: organisationId, name: `Відділ ${name}`, shortName: name, kind: 'department' }],
    responsibilities: [],
    columns: [],
  });
  return { reportId, organisationId, directionId };
}
