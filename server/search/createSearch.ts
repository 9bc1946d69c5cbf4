import { setImmediate } from 'node:timers/promises';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { SearchAnswer, SearchHit, SearchQuery } from '#shared/api/search.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import { parseSearchWords } from '#shared/search/words.ts';
import { SearchEnded, type SearchSource } from './SearchSource.ts';
import { searchSources } from './searchSources.ts';

/** Of one kind in one report, and of one answer. */
const shownOfKind = 20;
const shownInAll = 200;

/** Nobody waits longer; what was read until then is ready when the same is asked once more. */
const defaultBudgetMs = 1_500;

export type Search = {
  /**
   * Looks in everything that the person may read and in nothing else. A query without words finds
   * nothing. `signal` ends it when whoever asked has gone.
   */
  search(actor: Actor, query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer>;
};

type Parts = {
  storage: Pick<Storage, 'reports'>;
  collaboration: Pick<Collaboration, 'readSheet' | 'readNarratives'>;
  sources?: readonly SearchSource[];
  budgetMs?: number;
};

export function createSearch(parts: Parts): Search {
  const { storage, collaboration, sources = searchSources, budgetMs = defaultBudgetMs } = parts;
  return {
    async search(actor, { query, report: first }, signal) {
      const words = parseSearchWords(query);
      const answer: SearchAnswer = { groups: [], left: [] };
      if (words.length === 0) return answer;
      const endsAt = performance.now() + budgetMs;
      let shown = 0;
      const pause = async () => {
        await setImmediate();
        signal.throwIfAborted();
        if (performance.now() >= endsAt) throw new SearchEnded();
      };
      const summaries = await storage.reports.list();
      const readable = summaries
        .map(({ report }) => ({
          report,
          sources: sources.filter((source) => source.isReadable(actor, report.id)),
        }))
        .filter((reading) => reading.sources.length > 0);
      // Sorting keeps the order of the rest: the newest first.
      readable.sort((a, b) => Number(b.report.id === first) - Number(a.report.id === first));
      for (const reading of readable) {
        const { id, year, title } = reading.report;
        const report = { id, year, title };
        const lookInto = async (structure: ReportStructure, source: SearchSource) => {
          const hits: SearchHit[] = [];
          let count = 0;
          const found = (build: () => SearchHit) => {
            count += 1;
            if (hits.length < shownOfKind && shown < shownInAll) {
              hits.push(build());
              shown += 1;
            }
          };
          try {
            await source.search({ structure, words, collaboration, found, pause });
          } finally {
            if (count > 0) answer.groups.push({ kind: source.kind, report, count, hits });
          }
        };
        try {
          await pause();
          const structure = await storage.reports.findStructure(id);
          if (structure === null) continue;
          for (const source of reading.sources) await lookInto(structure, source);
        } catch (error) {
          answer.left.push({ report, reason: readReason(error) });
        }
      }
      return answer;
    },
  };
}

/** A damaged sheet of one report must not hide what is in the others. Everything else is thrown on. */
function readReason(error: unknown): SearchAnswer['left'][number]['reason'] {
  if (error instanceof SearchEnded) return 'time';
  if (error instanceof AppError && error.code === 'journal.unreadable') return 'unreadable';
  throw error;
}
