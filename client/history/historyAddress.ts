import dayjs from 'dayjs';
import { OrganisationId, RowId, UserId } from '#shared/model/ids.ts';
import type { HistoryFilter } from './useHistoryPages.ts';

/** What the history page is narrowed to, as its address says it; anything unknown narrows nothing. */
export type HistoryAddress = {
  organisation: OrganisationId | null;
  row: RowId | null;
  person: UserId | null;
  /** `YYYY-MM-DD`, in the reader's own time. */
  day: string | null;
};

export function readHistoryAddress(query: URLSearchParams): HistoryAddress {
  const organisation = OrganisationId.safeParse(query.get('organisation')).data ?? null;
  const day = query.get('day') ?? '';
  return {
    organisation,
    // A row is named within its sheet.
    row: organisation === null ? null : (RowId.safeParse(query.get('row')).data ?? null),
    person: UserId.safeParse(query.get('person')).data ?? null,
    day: /^\d{4}-\d\d-\d\d$/.test(day) && dayjs(day).format('YYYY-MM-DD') === day ? day : null,
  };
}

export function writeHistoryAddress(address: Partial<HistoryAddress>): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ['organisation', 'row', 'person', 'day'] as const) {
    const value = address[name];
    if (value !== null && value !== undefined) query.set(name, value);
  }
  return query;
}

export function toHistoryFilter({ organisation, row, person, day }: HistoryAddress): HistoryFilter {
  return {
    organisation: organisation ?? undefined,
    row: row ?? undefined,
    person: person ?? undefined,
    from: day === null ? undefined : dayjs(day).valueOf(),
    to: day === null ? undefined : dayjs(day).add(1, 'day').valueOf(),
  };
}
