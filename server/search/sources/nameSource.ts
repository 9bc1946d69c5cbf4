import { can } from '#shared/access/can.ts';
import { buildSnippet } from '#shared/search/buildSnippet.ts';
import { foldWords, hasAllWords } from '#shared/search/words.ts';
import type { SearchSource } from '../SearchSource.ts';

/** Names of organisations and titles of directions. */
export const nameSource: SearchSource = {
  kind: 'name',
  isReadable: (actor, reportId) => can(actor, { action: 'report.read', reportId }).allowed,
  async search({ structure, words, found }) {
    for (const { id, number, title } of structure.directions) {
      if (!hasAllWords(foldWords(`${number} ${title}`), words)) continue;
      found(() => ({ kind: 'direction', directionId: id, number, snippet: buildSnippet(title, words) }));
    }
    for (const { id, name, shortName } of structure.organisations) {
      if (!hasAllWords(foldWords(`${name} ${shortName}`), words)) continue;
      const text = hasAllWords(foldWords(name), words) ? name : `${name} (${shortName})`;
      found(() => ({ kind: 'organisation', organisationId: id, snippet: buildSnippet(text, words) }));
    }
  },
};
