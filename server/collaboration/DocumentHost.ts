import { type Document, Hocuspocus } from '@hocuspocus/server';
import type { SocketContext } from './ConnectionContext.ts';

type CreateDocument = Parameters<Hocuspocus<SocketContext>['createDocument']>;

/** Hocuspocus, with two of its corners rounded that a test of random stories has found. */
export class DocumentHost extends Hocuspocus<SocketContext> {
  /**
   * A document is unloaded a moment after it was stored, by its name: when it has been unloaded and
   * loaded again in between, the new one would be dropped with people in it, who then hear nothing of
   * those who come later.
   */
  override shouldUnloadDocument(document: Document): boolean {
    return this.documents.get(document.name) === document && super.shouldUnloadDocument(document);
  }

  /** A document that could not be loaded is not one that the socket has open. */
  override async createDocument(...parameters: CreateDocument): Promise<Document> {
    const [documentName, , , , context] = parameters;
    try {
      return await super.createDocument(...parameters);
    } catch (error) {
      context?.attached.delete(documentName);
      throw error;
    }
  }
}
