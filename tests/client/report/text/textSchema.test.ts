import { getSchema } from '@tiptap/core';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createTextSchema } from '#client/report/text/createTextExtensions.ts';
import { findRange } from '#client/report/text/findingMarks.ts';
import { DirectionId } from '#shared/model/ids.ts';
import { narrativeMarkNames, narrativeNodeNames, narrativeRoot } from '#shared/narrative/narrativeNodes.ts';
import { readNarrative } from '#shared/narrative/readNarrative.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { walkText } from '#shared/report/walkText.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { narrativeArbitrary } from '#tests/support/narrativeArbitraries.ts';

const schema = getSchema(createTextSchema(null));
const directionId = DirectionId.parse('d1');

function readDocument(narrative: ReturnType<typeof readNarrative>) {
  const doc = new Y.Doc();
  appendNarrative(doc, narrative);
  return yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(narrativeRoot), schema);
}

describe('the editor’s schema', () => {
  it('NAR-13 has the nodes and marks that the document’s encoding knows, by the same names', () => {
    const inner = ['doc', 'text'];
    expect(new Set(Object.keys(schema.nodes).filter((name) => !inner.includes(name)))).toEqual(
      narrativeNodeNames,
    );
    expect(new Set(Object.keys(schema.marks))).toEqual(narrativeMarkNames);
  });

  it('NAR-13 any text opens in the editor, loses nothing there, and reads back the same', () => {
    fc.assert(
      fc.property(narrativeArbitrary, (narrative) => {
        // An empty document gets its first paragraph from the editor.
        fc.pre(narrative.length > 0);
        const opened = readDocument(narrative);
        opened.check();
        const written = new Y.Doc();
        prosemirrorToYXmlFragment(opened, written.getXmlFragment(narrativeRoot));
        expect(readNarrative(written)).toEqual(narrative);
      }),
    );
  });

  it('NAR-14 a finding’s words stand in the editor where the check has seen them', () => {
    let found = 0;
    fc.assert(
      fc.property(narrativeArbitrary, (narrative) => {
        const opened = readDocument(narrative);
        const content = buildContent(buildReportStructure(), [], new Map([[directionId, narrative]]));
        const [direction] = buildReportModel(content).directions;
        for (const { block, path } of walkText(direction?.text ?? [])) {
          if (block.type !== 'paragraph' && block.type !== 'heading') continue;
          for (const [index, inline] of block.content.entries()) {
            if (inline.type !== 'text') continue;
            const place = { directionId, path, inline: { index, offset: 0 }, quote: inline.text };
            const range = findRange(opened, place);
            expect(range && opened.textBetween(range.from, range.to)).toBe(inline.text);
            expect(findRange(opened, { ...place, quote: `${inline.text}!` })).toBeNull();
            found += 1;
          }
        }
      }),
    );
    expect(found).toBeGreaterThan(100);
  });
});
