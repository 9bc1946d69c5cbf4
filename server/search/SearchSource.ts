import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { SearchHit, SearchKind } from '#shared/api/search.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';

/** What is looked for in one report. */
export type SearchScope = {
  structure: ReportStructure;
  /** Folded; never empty. */
  words: readonly string[];
  collaboration: Pick<Collaboration, 'readSheet' | 'readNarratives'>;
  /** To be called for everything found, in order; `build` is called only for what is shown. */
  found(build: () => SearchHit): void;
  /** To be awaited between pieces of work: rejects with {@link SearchEnded} when the time is over. */
  pause(): Promise<void>;
};

/** One kind of thing that can be found. */
export type SearchSource = {
  kind: SearchKind;
  /** Decides for a whole report; what differs within one is decided in `search`. */
  isReadable(actor: Actor, reportId: ReportId): boolean;
  search(scope: SearchScope): Promise<void>;
};

/** The time for one search is over. */
export class SearchEnded extends Error {
  override readonly name = 'SearchEnded';
}
