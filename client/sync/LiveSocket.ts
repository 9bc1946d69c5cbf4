import {
  HocuspocusProviderWebsocket,
  type HocuspocusProviderWebsocketConfiguration,
  MessageType,
} from '@hocuspocus/provider';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';

const open = 1;
/** The server takes updates of 8 MiB; a frame that is much larger would break the socket, and again after each reconnect. */
const maxMessageBytes = 8 * 1024 * 1024;

/** A server that does not answer to leaving has no connection of ours for the document. */
const longestLeaveMs = 5_000;

/**
 * The one websocket of a report. While there is no connection nothing is queued: what changed in the
 * meantime is exchanged by state vectors when it is back. The queue would send the same changes a
 * second time, and its acknowledgements would be counted as those of newer ones.
 */
export class LiveSocket extends HocuspocusProviderWebsocket {
  readonly #onTooLarge: (documentName: string) => void;

  constructor(
    configuration: HocuspocusProviderWebsocketConfiguration,
    onTooLarge: (documentName: string) => void = () => undefined,
  ) {
    super(configuration);
    this.#onTooLarge = onTooLarge;
  }

  override send(message: unknown): void {
    if (this.webSocket?.readyState !== open) return;
    if (message instanceof Uint8Array && message.byteLength > maxMessageBytes) {
      this.#onTooLarge(readVarString(createDecoder(message)));
    } else {
      super.send(message);
    }
  }

  /**
   * Resolves when the server has said that it closed this document, or the socket is gone. Whoever
   * leaves a document and enters it again has to wait: until then the server takes what is sent for
   * words of the connection that is being closed.
   */
  whenLeft(documentName: string): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.off('message', listen);
        this.off('disconnect', finish);
        resolve();
      };
      const listen = (event: MessageEvent<ArrayBuffer>) => {
        const data = new Uint8Array(event.data);
        if (data.length < 2) return;
        const decoder = createDecoder(data);
        const isClose = readVarString(decoder) === documentName && readVarUint(decoder) === MessageType.CLOSE;
        // After the message has been handed on to whoever is there for the document now.
        if (isClose) queueMicrotask(finish);
      };
      const timer = setTimeout(finish, longestLeaveMs);
      this.on('message', listen);
      this.on('disconnect', finish);
    });
  }
}
