import type { ChangeAuthor } from '#shared/report/LastChange.ts';
import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildTextCell } from '../tables/Cell.ts';
import type { Column } from '../tables/Column.ts';

/** A report is read where it was written, whatever the clock of the server. */
const day = new Intl.DateTimeFormat('uk', {
  timeZone: 'Europe/Kyiv',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/**
 * Who changed a row last, and on which day. A page that is published names the organisation whose
 * account it was; the person is named in a draft alone.
 */
export function buildLastChangeColumn(
  { organisations }: Pick<ReportModel, 'organisations'>,
  { isDraft }: { isDraft: boolean },
): Column<ActivityLine | ExpenditureLine> {
  const shortNames = new Map(organisations.map(({ id, shortName }) => [id, shortName]));

  function nameAuthor(author: ChangeAuthor): string {
    if (author.kind === 'server') return 'сервер';
    const account = [
      ...author.organisationIds.map((id) => shortNames.get(id) ?? id),
      ...(author.isCoordinator ? ['координатор звіту'] : []),
    ].join(', ');
    if (!isDraft || author.name === null) return account;
    return account === '' ? author.name : `${author.name} (${account})`;
  }

  return {
    key: 'lastChange',
    header: 'Остання зміна',
    cell: ({ lastChange }) => {
      if (lastChange === null) return buildTextCell(null);
      const parts = [day.format(new Date(lastChange.at)), nameAuthor(lastChange.author)];
      return buildTextCell(parts.filter((part) => part !== '').join(', '));
    },
  };
}
