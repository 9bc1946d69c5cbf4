import { can } from '#shared/access/can.ts';
import { listParagraphs, type Paragraph } from '#shared/narrative/listParagraphs.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { buildSnippet } from '#shared/search/buildSnippet.ts';
import { foldWords, hasAllWords } from '#shared/search/words.ts';
import type { SearchSource } from '../SearchSource.ts';

type IndexedParagraph = Paragraph & { folded: string };

const indexes = new WeakMap<Narrative, readonly IndexedParagraph[]>();

/** The texts of all directions, paragraph by paragraph. */
export const textSource: SearchSource = {
  kind: 'text',
  isReadable: (actor, reportId) => can(actor, { action: 'narrative.read', reportId }).allowed,
  async search({ structure, words, collaboration, found, pause }) {
    await pause();
    const narratives = await collaboration.readNarratives(structure);
    for (const { id, number } of structure.directions) {
      const narrative = narratives.get(id);
      if (narrative === undefined) continue;
      await pause();
      for (const { path, text, folded } of readIndex(narrative)) {
        if (!hasAllWords(folded, words)) continue;
        found(() => ({
          kind: 'text',
          directionId: id,
          number,
          path: [...path],
          snippet: buildSnippet(text, words),
        }));
      }
    }
  },
};

function readIndex(narrative: Narrative): readonly IndexedParagraph[] {
  const known = indexes.get(narrative);
  if (known !== undefined) return known;
  const index = listParagraphs(narrative).map((paragraph) => ({
    ...paragraph,
    folded: foldWords(paragraph.text),
  }));
  indexes.set(narrative, index);
  return index;
}
