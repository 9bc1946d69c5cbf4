import type { HocuspocusProviderWebsocketConfiguration } from '@hocuspocus/provider';
import { fetchSessionNow } from '#client/api/useSession.ts';
import type { SessionAnswer } from '#shared/api/contract.ts';
import { createId, type UserId } from '#shared/model/ids.ts';
import { collaborationPath } from '#shared/protocol/messages.ts';
import { createLocalCopies, type OpenLocalCopy } from './LocalCopy.ts';
import type { KeyValueStore } from './PendingLedger.ts';

/** What a report session takes from the browser; tests give it a server of their own. */
export type SyncEnvironment = {
  socket: HocuspocusProviderWebsocketConfiguration;
  openLocalCopy(userId: UserId): OpenLocalCopy;
  storage: KeyValueStore;
  /** Rejects when the server cannot be reached. */
  fetchSession(): Promise<SessionAnswer>;
  /** One for each browser tab. */
  tabId: string;
};

const tabId = createId();

export function createBrowserEnvironment(): SyncEnvironment {
  const url = new URL(collaborationPath, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return {
    // After a longer outage people should not wait half a minute for the first word.
    socket: { url: url.href, delay: 500, minDelay: 500, maxDelay: 8_000 },
    openLocalCopy: createLocalCopies,
    storage: localStorage,
    fetchSession: fetchSessionNow,
    tabId,
  };
}
