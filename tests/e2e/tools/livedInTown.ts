import { expenditures2020 } from '#server/example/expenditures2020.ts';
import { ReaderLinkAnswer, readerParts } from '#shared/api/finalising.ts';
import {
  AcceptancesAnswer,
  SheetFindingsAnswer,
  type SheetState,
  SubmissionsAnswer,
} from '#shared/api/submission.ts';
import { must } from '#shared/must.ts';
import { ApiClient, type ApiResponse } from '#tests/support/apiClient.ts';

const report = '/api/reports/r2020';

export const lookLogin = 'administrator';
export const lookPassword = 'довгий пароль для огляду';

/** Signs up whoever administers the product and coordinates the example report. */
export async function setUpExample(url: string): Promise<ApiClient> {
  const person = new ApiClient(url);
  await demand(
    person.post('/api/setup', {
      name: 'Ганна Адміністраторка',
      login: lookLogin,
      password: lookPassword,
      loadExample: true,
    }),
  );
  return person;
}

/** Sheets in every state, a thread of comments, a finding explained: the middle of a year. */
export async function fillWithLife(coordinator: ApiClient): Promise<void> {
  const [first, second, third, fourth, fifth] = await listSheets(coordinator);
  for (const sheet of [first, second, third, fourth]) await submit(coordinator, must(sheet, 'a sheet'));
  await accept(coordinator, [must(first, 'a sheet'), must(second, 'a sheet')]);
  await step(coordinator, must(third, 'a sheet'), 'return', {
    note: 'Сума не збігається з актом, перевірте.',
  });
  const { organisationId } = must(fifth, 'a sheet');
  const row = must(expenditures2020[0], 'a row of the example');
  await demand(
    coordinator.post(`${report}/comments`, {
      place: {
        kind: 'cell',
        organisationId: row.organisationId,
        table: 'expenditure',
        rowId: row.id,
        field: 'actualMinor',
      },
      text: 'Звірте з кошторисом: тут сума за два місяці?',
    }),
  );
  await demand(
    coordinator.post('/api/invitations', {
      name: 'Олена з відділу',
      login: 'olena',
      isAdministrator: false,
      memberships: [{ reportId: 'r2020', role: 'editor', organisationId }],
    }),
  );
}

/** Accepts everything and closes the report; gives the address that readers open. */
export async function closeExample(coordinator: ApiClient): Promise<string> {
  const sheets = await listSheets(coordinator);
  for (const sheet of sheets) await submit(coordinator, sheet);
  await accept(coordinator, sheets);
  await demand(coordinator.post(`${report}/finalising`, { note: 'Затверджено', personalData: 'accepted' }));
  const link = await demand(
    coordinator.post(`${report}/reader-links`, { label: 'Міська рада', parts: [...readerParts], days: 30 }),
  );
  return `/r/${ReaderLinkAnswer.parse(link.json()).secret}`;
}

async function listSheets(coordinator: ApiClient): Promise<SheetState[]> {
  return SubmissionsAnswer.parse((await demand(coordinator.get(`${report}/submissions`))).json()).sheets;
}

async function submit(coordinator: ApiClient, sheet: SheetState): Promise<void> {
  const path = `${report}/sheets/${sheet.organisationId}`;
  const found = await demand(coordinator.get(`${path}/findings`));
  for (const { key } of SheetFindingsAnswer.parse(found.json()).findings)
    await demand(coordinator.put(`${path}/explanations`, { key, text: 'Так було за актом.' }));
  await step(coordinator, sheet, 'submit');
}

async function accept(coordinator: ApiClient, sheets: readonly SheetState[]): Promise<void> {
  const asked = sheets.map(({ organisationId, contentHash }) => ({ organisationId, contentHash }));
  const answer = await demand(coordinator.post(`${report}/acceptances`, { sheets: asked }));
  const refused = AcceptancesAnswer.parse(answer.json()).results.filter(
    ({ outcome }) => outcome === 'refused',
  );
  if (refused.length > 0) throw new Error(`not accepted: ${JSON.stringify(refused)}`);
}

async function step(
  coordinator: ApiClient,
  { organisationId }: SheetState,
  name: 'submit' | 'return',
  body: { note: string } = { note: '' },
): Promise<void> {
  await demand(coordinator.post(`${report}/sheets/${organisationId}/${name}`, body));
}

async function demand(request: Promise<ApiResponse>): Promise<ApiResponse> {
  const response = await request;
  if (response.status >= 300) throw new Error(`${response.status}: ${response.text}`);
  return response;
}
