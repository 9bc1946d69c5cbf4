import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { listLines } from '#shared/narrative/listLines.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { narrativeRoot, readLink } from '#shared/narrative/narrativeNodes.ts';
import { isEmptyNarrative, isNarrativeEmpty, readNarrative } from '#shared/narrative/readNarrative.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { moneyFigure, narrativeArbitrary, rowsFigure } from '#tests/support/narrativeArbitraries.ts';

const plain = { bold: false, italic: false, link: null };

function buildDoc(fill: (root: Y.XmlFragment) => void): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => fill(doc.getXmlFragment(narrativeRoot)));
  return doc;
}

function buildElement(
  name: string,
  attributes: Record<string, unknown>,
  children: (Y.XmlElement | Y.XmlText)[],
) {
  const element = new Y.XmlElement<Record<string, unknown & string>>(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as string);
  element.insert(0, children);
  return element as Y.XmlElement;
}

describe('the text of a direction', () => {
  it('NAR-1 any text reads back as it was put in, also over the wire', () => {
    fc.assert(
      fc.property(narrativeArbitrary, (narrative) => {
        const doc = new Y.Doc();
        appendNarrative(doc, narrative);
        expect(readNarrative(doc)).toEqual(narrative);
        const elsewhere = new Y.Doc();
        Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc));
        expect(readNarrative(elsewhere)).toEqual(narrative);
      }),
    );
  });

  it('NAR-2 keeps the words of an element it does not know, and a figure it cannot read', () => {
    const doc = buildDoc((root) => {
      root.push([
        buildElement('calloutOfAnotherVersion', {}, [
          buildElement('paragraph', {}, [new Y.XmlText('слова')]),
          buildElement('figure', { spec: '{"kind":"hologram"}', bold: true }, []),
        ]),
        new Y.XmlText('без абзацу'),
        buildElement('rowsTable', { spec: 'не JSON' }, []),
        buildElement('heading', { level: 9 }, [new Y.XmlText('назва')]),
      ]);
    });
    expect(readNarrative(doc)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'слова', ...plain },
          { type: 'figure', spec: null, ...plain, bold: true },
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'без абзацу', ...plain }] },
      { type: 'rows', spec: null },
      { type: 'heading', level: 1, content: [{ type: 'text', text: 'назва', ...plain }] },
    ]);
  });

  it('NAR-2 a figure with a filter that is not known is not read with a wider one', () => {
    const spec = JSON.stringify({ ...moneyFigure, filter: { quarter: 4 } });
    const doc = buildDoc((root) =>
      root.push([buildElement('paragraph', {}, [buildElement('figure', { spec }, [])])]),
    );
    expect(readNarrative(doc)).toMatchObject([{ content: [{ type: 'figure', spec: null }] }]);
  });

  it('NAR-3 however deep its elements are nested, it is read, with all its words', () => {
    const doc = buildDoc((root) => {
      let parent = root;
      for (let depth = 0; depth < 20_000; depth += 1) {
        const quote = new Y.XmlElement('blockquote');
        parent.push([quote]);
        parent = quote;
      }
      parent.push([new Y.XmlText('дно')]);
    });
    expect(JSON.stringify(readNarrative(doc))).toContain('дно');
  });

  it('NAR-4 leads only to addresses of the web and of mail', () => {
    expect(readLink('https://kr.gov.ua')).toBe('https://kr.gov.ua');
    expect(readLink('mailto:rada@kr.gov.ua')).toBe('mailto:rada@kr.gov.ua');
    for (const bad of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      '//x',
      'https://a b',
      7,
      null,
    ]) {
      expect(readLink(bad)).toBeNull();
    }
    const text = new Y.XmlText();
    text.applyDelta([{ insert: 'натисніть', attributes: { link: { href: 'javascript:alert(1)' } } }]);
    const doc = buildDoc((root) => root.push([buildElement('paragraph', {}, [text])]));
    expect(readNarrative(doc)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'натисніть', ...plain }] },
    ]);
  });

  it('NAR-5 is empty until there is a letter, a figure or a table', () => {
    expect(isEmptyNarrative([])).toBe(true);
    expect(isEmptyNarrative([{ type: 'paragraph', content: [] }])).toBe(true);
    expect(isEmptyNarrative([{ type: 'rows', spec: rowsFigure }])).toBe(false);
    expect(
      isEmptyNarrative([{ type: 'paragraph', content: [{ type: 'figure', spec: null, ...plain }] }]),
    ).toBe(false);
  });

  it('NAR-6 its words can be listed line by line', () => {
    const text = (words: string) => ({ type: 'text' as const, text: words, ...plain });
    expect(
      listLines([
        { type: 'heading', level: 1, content: [text('Назва')] },
        { type: 'paragraph', content: [] },
        {
          type: 'quote',
          content: [
            {
              type: 'paragraph',
              content: [text('усього '), { type: 'figure', spec: moneyFigure, ...plain }],
            },
          ],
        },
      ]),
    ).toEqual(['Назва', 'усього […]']);
  });

  it('NAR-17 whether a text is empty is known without reading all of it', () => {
    const emptyLines: Narrative = [
      { type: 'paragraph', content: [] },
      { type: 'heading', level: 1, content: [] },
    ];
    let empty = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(narrativeArbitrary, fc.constant(emptyLines)), { maxLength: 3 }),
        (parts) => {
          const doc = new Y.Doc();
          for (const part of parts) appendNarrative(doc, part);
          const isEmpty = isEmptyNarrative(readNarrative(doc));
          if (isEmpty) empty += 1;
          expect(isNarrativeEmpty(doc)).toBe(isEmpty);
        },
      ),
    );
    expect(empty).toBeGreaterThan(0);
    for (const fill of [
      (root: Y.XmlFragment) => root.push([buildElement('figure', {}, [])]),
      (root: Y.XmlFragment) => root.push([new Y.XmlText('')]),
      (root: Y.XmlFragment) => root.push([new Y.XmlText('слово')]),
      (root: Y.XmlFragment) => root.push([buildElement('calloutOfAnotherVersion', {}, [])]),
      (root: Y.XmlFragment) => root.push([buildElement('bulletList', {}, [])]),
    ]) {
      const doc = buildDoc(fill);
      expect(isNarrativeEmpty(doc)).toBe(isEmptyNarrative(readNarrative(doc)));
    }
  });
});
