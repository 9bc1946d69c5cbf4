import { z } from 'zod';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { LastView } from '#shared/model/view.ts';

/** How a person left a table, as this browser knows it; `isUnsent` while the server does not. */
const Copy = z.object({ last: LastView, isUnsent: z.boolean() });
export type LastViewCopy = z.infer<typeof Copy>;

const prefix = 'zvit.view.';

function keyOf(userId: UserId, reportId: ReportId, table: TableKind): string {
  return `${prefix}${userId}.${reportId}.${table}`;
}

/** Null when there is none, or none that this version can read. */
export function readLastViewCopy(
  storage: Storage,
  userId: UserId,
  reportId: ReportId,
  table: TableKind,
): LastViewCopy | null {
  const text = storage.getItem(keyOf(userId, reportId, table));
  if (text === null) return null;
  try {
    return Copy.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export function writeLastViewCopy(
  storage: Storage,
  userId: UserId,
  reportId: ReportId,
  table: TableKind,
  copy: LastViewCopy,
): void {
  try {
    storage.setItem(keyOf(userId, reportId, table), JSON.stringify(copy));
  } catch {
    // A full or forbidden storage costs the copy, not the work: the server is told all the same.
  }
}

/** Takes away those of everybody, or of everybody else: office computers are shared. */
export function forgetLastViewCopies(storage: Storage, exceptUserId: UserId | null): void {
  for (const key of Object.keys(storage)) {
    if (!key.startsWith(prefix)) continue;
    if (exceptUserId === null || !key.startsWith(`${prefix}${exceptUserId}.`)) storage.removeItem(key);
  }
}
