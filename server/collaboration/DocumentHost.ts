import { type Document, Hocuspocus } from '@hocuspocus/server';
import type { SocketContext } from './ConnectionContext.ts';

type CreateDocument = Parameters<Hocuspocus<SocketContext>['createDocument']>;

/** Hocuspocus, with three of its corners rounded that a test of random stories has found. */
export class DocumentHost extends Hocuspocus<SocketContext> {
  /** How many are on their way into a document, by its name. */
  readonly #entering = new Map<string, number>();

  /**
   * A document is unloaded a moment after it was stored, by its name: when it has been unloaded and
   * loaded again in between, the new one would be dropped with people in it, who then hear nothing of
   * those who come later. The same would befall whoever has been given a document that the last one
   * has just left, and does not count as being in it yet.
   */
  override shouldUnloadDocument(document: Document): boolean {
    return (
      this.documents.get(document.name) === document &&
      !this.#entering.has(document.name) &&
      super.shouldUnloadDocument(document)
    );
  }

  /** A document that could not be loaded is not one that the socket has open. */
  override async createDocument(...parameters: CreateDocument): Promise<Document> {
    const [documentName, , , , context] = parameters;
    this.#entering.set(documentName, (this.#entering.get(documentName) ?? 0) + 1);
    try {
      return await super.createDocument(...parameters);
    } catch (error) {
      context?.attached.delete(documentName);
      throw error;
    } finally {
      // Whoever asked for the document is connected to it in this turn of the event loop.
      setImmediate(() => this.#noteEntered(documentName));
    }
  }

  #noteEntered(documentName: string): void {
    const others = (this.#entering.get(documentName) ?? 0) - 1;
    if (others > 0) this.#entering.set(documentName, others);
    else this.#entering.delete(documentName);
    // Gone again meanwhile: what was not done then for its sake is done now.
    const document = this.documents.get(documentName);
    if (document && this.shouldUnloadDocument(document)) void this.unloadDocument(document);
  }
}
