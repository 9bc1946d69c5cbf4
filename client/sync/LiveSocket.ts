import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';

const open = 1;

/**
 * The one websocket of a report. While there is no connection nothing is queued: what changed in the
 * meantime is exchanged by state vectors when it is back. The queue would send the same changes a
 * second time, and its acknowledgements would be counted as those of newer ones.
 */
export class LiveSocket extends HocuspocusProviderWebsocket {
  override send(message: unknown): void {
    if (this.webSocket?.readyState === open) super.send(message);
  }
}
