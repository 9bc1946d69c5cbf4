import { OrganisationId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';

/** Which moment of which table is shown; `organisation` null shows all sheets. */
export type PastAddress = { time: number | null; table: TableKind; organisation: OrganisationId | null };

export function readPastAddress(query: URLSearchParams): PastAddress {
  const time = query.get('time') ?? '';
  return {
    time: /^\d{1,15}$/.test(time) ? Number(time) : null,
    table: query.get('table') === 'expenditure' ? 'expenditure' : 'activity',
    organisation: OrganisationId.safeParse(query.get('organisation')).data ?? null,
  };
}

export function writePastAddress({ time, table, organisation }: PastAddress): URLSearchParams {
  const query = new URLSearchParams({ table });
  if (time !== null) query.set('time', String(time));
  if (organisation !== null) query.set('organisation', organisation);
  return query;
}
