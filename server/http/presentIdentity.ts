import type { StoredIdentity } from '#server/storage/Storage.ts';
import type { Identity } from '#shared/api/oidc.ts';
import { isoTime } from './presentSession.ts';

export function presentIdentity({ label, subject, linkedAt, lastUsedAt }: StoredIdentity): Identity {
  return {
    label,
    subject,
    linkedAt: isoTime(linkedAt),
    lastUsedAt: lastUsedAt === null ? null : isoTime(lastUsedAt),
  };
}
