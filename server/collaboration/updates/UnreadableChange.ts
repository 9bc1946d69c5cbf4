import type { ReportStore } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId, ReportId } from '#shared/model/ids.ts';

/** What Yjs says about bytes that are none of its own: they were damaged where they are kept. */
export class UnreadableChange extends Error {
  override readonly name = 'UnreadableChange';
}

/** Runs what hands stored bytes to Yjs. Throws {@link UnreadableChange}. */
export function applyReadable(apply: () => void): void {
  try {
    apply();
  } catch (error) {
    if (error instanceof UnreadableChange) throw error;
    throw new UnreadableChange('a stored change cannot be read', { cause: error });
  }
}

/** What is to be thrown instead: AppError `journal.unreadable`, which names the place; any other error as it is. */
export function tellPlace(error: unknown, place: string): unknown {
  if (!(error instanceof UnreadableChange)) return error;
  return new AppError('journal.unreadable', { place }, { cause: error });
}

/** The same, where the place is a sheet of which no more is known than its ids. */
export async function tellSheet(
  error: unknown,
  reports: Pick<ReportStore, 'findStructure'>,
  reportId: ReportId,
  organisationId: OrganisationId,
): Promise<unknown> {
  if (!(error instanceof UnreadableChange)) return error;
  const organisations = (await reports.findStructure(reportId))?.organisations ?? [];
  const organisation = organisations.find(({ id }) => id === organisationId);
  return tellPlace(error, organisation?.shortName ?? organisationId);
}
