import { HocuspocusProvider } from '@hocuspocus/provider';

type SendArguments = Parameters<HocuspocusProvider['send']>;

/**
 * A document's connection that can be shut by the server and come back on the same socket. While it
 * is shut nothing is sent: the server would queue it as if it came before an authentication, and
 * play it back, a leaving message included, to the connection that is made next.
 */
export class DocumentProvider extends HocuspocusProvider {
  #isShut = false;

  /** To be called when the server has closed the document or refused to open it. */
  shut(): void {
    this.#isShut = true;
  }

  /** Asks to be admitted again, with the rights one has now. */
  comeBack(): void {
    void this.onOpen(new Event('open'));
  }

  override onOpen(event: Event): Promise<void> {
    this.#isShut = false;
    return super.onOpen(event);
  }

  override send(...[message, payload]: SendArguments): void {
    if (!this.#isShut) super.send(message, payload);
  }
}
