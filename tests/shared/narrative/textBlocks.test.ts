import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { must } from '#shared/must.ts';
import { narrativeRoot } from '#shared/narrative/narrativeNodes.ts';
import { findTextBlock, listTextBlocks } from '#shared/narrative/textBlocks.ts';

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}
const words = (text: string) => new Y.XmlText(text);

function buildText(): Y.Doc {
  const doc = new Y.Doc();
  doc
    .getXmlFragment(narrativeRoot)
    .insert(0, [
      element('heading', words('Свята')),
      element('paragraph', words('Проведено '), element('figure'), words(' заходів.')),
      element('bulletList', element('listItem', element('paragraph', words('Перше')))),
    ]);
  return doc;
}

describe('TLK-9 blocks of a text', () => {
  test('every line has its place, its words and its figures', () => {
    expect(listTextBlocks(buildText())).toEqual([
      { id: expect.stringMatching(/^\d+:\d+$/), path: [0], text: 'Свята', figures: [] },
      {
        id: expect.any(String),
        path: [1],
        text: 'Проведено \uFFFC заходів.',
        figures: [expect.stringMatching(/^\d+:\d+$/)],
      },
      { id: expect.any(String), path: [2, 0, 0], text: 'Перше', figures: [] },
    ]);
  });

  test('an id stays whatever is written before it and in it, in every copy', () => {
    const doc = buildText();
    const line = must(listTextBlocks(doc)[1], 'a line');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const text = other.getXmlFragment(narrativeRoot);
    text.insert(0, [element('paragraph', words('Вступ'))]);
    ((text.get(2) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Торік ');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const found = findTextBlock(listTextBlocks(doc), line.id, line.text);
    expect(found).toMatchObject({ id: line.id, path: [2], text: 'Торік Проведено \uFFFC заходів.' });
    expect(findTextBlock(listTextBlocks(doc), must(line.figures[0], 'a figure'), '')).toEqual(found);
  });

  test('what was written anew elsewhere is known by its words, and what is gone is gone', () => {
    const doc = buildText();
    const line = must(listTextBlocks(doc)[0], 'a line');
    const text = doc.getXmlFragment(narrativeRoot);
    text.delete(0, 1);
    expect(findTextBlock(listTextBlocks(doc), line.id, line.text)).toBeNull();
    text.push([element('paragraph', words('Свята'))]);
    expect(findTextBlock(listTextBlocks(doc), line.id, line.text)).toMatchObject({ path: [2] });
    text.push([element('paragraph', words('Свята'))]);
    expect(findTextBlock(listTextBlocks(doc), line.id, line.text)).toBeNull();
    expect(findTextBlock(listTextBlocks(doc), line.id, '')).toBeNull();
  });
});
