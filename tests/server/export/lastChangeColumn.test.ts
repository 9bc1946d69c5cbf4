import { describe, expect, it } from 'vitest';
import { writeReportHtml } from '#server/export/html/writeReportHtml.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ChangeAuthor, LastChange, RowAddressKey } from '#shared/report/LastChange.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const structure = buildReportStructure();
const [organisation] = structure.organisations;
const shortName = organisation?.shortName ?? '';
const rows = [
  buildActivity('a1', { content: 'Сесія' }),
  buildActivity('a2', { content: 'Зустріч' }),
  buildExpenditure('e1', { measure: 'Папір', actualMinor: 100 }),
  buildExpenditure('e2', { measure: 'Друк', actualMinor: 200 }),
];

const person = (name: string | null, rest: Partial<ChangeAuthor> = {}): ChangeAuthor => ({
  kind: 'person',
  name,
  isCoordinator: false,
  organisationIds: [],
  ...rest,
});

function write(authors: Record<string, ChangeAuthor>, isDraft: boolean): string {
  // An hour before midnight in Greenwich: the next day in Ukraine.
  const changes = Object.entries(authors).map(([rowId, author]): [RowAddressKey, LastChange] => [
    `o1/${rowId}` as RowAddressKey,
    { at: '2021-03-11T23:00:00.000Z', author },
  ]);
  const content = { ...buildContent(structure, rows), lastChanges: new Map(changes) };
  return writeReportHtml(buildReportModel(content), { isDraft });
}

const authors: Record<string, ChangeAuthor> = {
  a1: person('Олена Коваль', { organisationIds: [OrganisationId.parse('o1')] }),
  a2: person('Іван Гнатюк', { isCoordinator: true }),
  e1: { kind: 'server' },
  e2: person('Петро Звільнений'),
};

describe('the last change of a row in HTML', () => {
  it('HIS-8 a published page names the day and the organisation of the account, and nobody', () => {
    const page = write(authors, false);
    expect(page).toContain('<th scope="col">Остання зміна</th>');
    expect(page).toContain(`<td>12.03.2021, ${shortName}</td>`);
    expect(page).toContain('<td>12.03.2021, координатор звіту</td>');
    expect(page).toContain('<td>12.03.2021, сервер</td>');
    expect(page).toContain('<td>12.03.2021</td>');
    for (const name of ['Олена', 'Коваль', 'Гнатюк', 'Звільнений']) expect(page).not.toContain(name);
  });

  it('HIS-8 a draft names the person', () => {
    const page = write(authors, true);
    expect(page).toContain(`<td>12.03.2021, Олена Коваль (${shortName})</td>`);
    expect(page).toContain('<td>12.03.2021, Петро Звільнений</td>');
  });

  it('HIS-8 the column is left out where nothing is known', () => {
    expect(write({}, true)).not.toContain('Остання зміна');
  });
});
