import * as Y from 'yjs';
import type { NarrativeSession } from '#client/sync/NarrativeSession.ts';
import {
  figureAttributes,
  narrativeMarks,
  narrativeNodes,
  narrativeRoot,
  writeSpec,
} from '#shared/narrative/narrativeNodes.ts';
import { countFigure, moneyFigure, rowsFigure } from '#tests/support/narrativeArbitraries.ts';
import type { SeededRandom } from '#tests/support/SeededRandom.ts';
import type { FuzzTab } from './FuzzTab.ts';

const editWeights = {
  type: 14,
  erase: 5,
  paragraph: 6,
  split: 4,
  join: 3,
  removeBlock: 3,
  mark: 4,
  figure: 4,
  rename: 2,
  undoText: 3,
} as const;

export type TextEditKind = keyof typeof editWeights;
export const textEditKinds = Object.keys(editWeights) as TextEditKind[];

export type TextTab = FuzzTab<NarrativeSession>;
type Edit = (root: Y.XmlFragment, random: SeededRandom, tab: TextTab) => boolean;

/** One's own changes, as the editor tells them from others'. */
const origin = { name: 'editor' };
const undoManagers = new WeakMap<Y.Doc, Y.UndoManager>();

/** Does one thing that the editor could do to the document. Null when there was nothing to do it to. */
export function doRandomTextEdit(tab: TextTab, random: SeededRandom): TextEditKind | null {
  const kind = random.pickWeighted(editWeights);
  const { doc } = tab;
  const root = doc.getXmlFragment(narrativeRoot);
  const undo = undoManagers.get(doc) ?? new Y.UndoManager(root, { trackedOrigins: new Set([origin]) });
  undoManagers.set(doc, undo);
  if (kind === 'undoText') return undo.undo() === null ? null : kind;
  return doc.transact(() => edits[kind](root, random, tab), origin) ? kind : null;
}

const words = ['Проведено ', '13 ', 'засідань', ' – «так»', '😀', 'ї', ', а саме: '];

const edits: Record<Exclude<TextEditKind, 'undoText'>, Edit> = {
  type(root, random) {
    const text = pickText(root, random);
    text?.insert(pickPlace(text, random, 0), random.pick(words));
    return text !== null;
  },

  erase(root, random) {
    const text = pickText(root, random);
    if (text === null || text.length === 0) return false;
    const start = pickPlace(text, random, 0);
    const end = pickPlace(text, random, start, start + 5);
    text.delete(start, end - start);
    return end > start;
  },

  paragraph(root, random) {
    const paragraph = buildBlock(random.pick([narrativeNodes.paragraph, narrativeNodes.heading]));
    paragraph.insert(0, [new Y.XmlText(random.pick(words))]);
    const isInList = random.chance(0.2);
    root.insert(random.between(0, root.length), [isInList ? wrapInList(paragraph, random) : paragraph]);
    return true;
  },

  /** As Enter does: what is after the caret goes, and stands in a new paragraph. */
  split(root, random) {
    const index = random.between(0, root.length - 1);
    const text = textOf(root.toArray()[index]);
    if (text === null || text.length < 2) return false;
    const at = pickPlace(text, random, 1);
    const tail = wordsOf(text).slice(at);
    text.delete(at, text.length - at);
    const paragraph = buildBlock(narrativeNodes.paragraph);
    paragraph.insert(0, [new Y.XmlText(tail)]);
    root.insert(index + 1, [paragraph]);
    return true;
  },

  /** As Backspace at the beginning of a paragraph. */
  join(root, random) {
    if (root.length < 2) return false;
    const index = random.between(1, root.length - 1);
    const [before, own] = [textOf(root.toArray()[index - 1]), textOf(root.toArray()[index])];
    if (before === null || own === null) return false;
    before.insert(before.length, wordsOf(own));
    root.delete(index, 1);
    return true;
  },

  removeBlock(root, random) {
    if (root.length === 0) return false;
    const index = random.between(0, root.length - 1);
    root.delete(index, random.between(1, Math.min(2, root.length - index)));
    return true;
  },

  mark(root, random) {
    const text = pickText(root, random);
    if (text === null || text.length === 0) return false;
    const start = pickPlace(text, random, 0);
    const end = pickPlace(text, random, start);
    const mark = random.pick([narrativeMarks.bold, narrativeMarks.italic]);
    text.format(start, end - start, { [mark]: random.chance(0.3) ? null : {} });
    return end > start;
  },

  figure(root, random) {
    if (random.chance(0.2)) {
      const table = buildBlock(narrativeNodes.rows);
      table.setAttribute(figureAttributes.spec, writeSpec(rowsFigure));
      root.insert(random.between(0, root.length), [table]);
      return true;
    }
    const line = pickText(root, random)?.parent;
    if (!(line instanceof Y.XmlElement)) return false;
    const figure = buildBlock(narrativeNodes.figure);
    figure.setAttribute(figureAttributes.spec, writeSpec(random.pick([moneyFigure, countFigure])));
    line.insert(random.between(0, line.length), [figure]);
    return true;
  },

  rename(root, random) {
    const children: unknown[] = root.toArray();
    const headings = children.filter(isHeading);
    if (headings.length === 0) return false;
    random.pick(headings).setAttribute('level', random.between(1, 3));
    return true;
  },
};

type Heading = Y.XmlElement<{ level: number }>;

function isHeading(child: unknown): child is Heading {
  return child instanceof Y.XmlElement && child.nodeName === narrativeNodes.heading;
}

function wrapInList(paragraph: Y.XmlElement, random: SeededRandom): Y.XmlElement {
  const list = buildBlock(random.pick([narrativeNodes.bulletList, narrativeNodes.orderedList]));
  const item = buildBlock(narrativeNodes.listItem);
  item.insert(0, [paragraph]);
  list.insert(0, [item]);
  return list;
}

function buildBlock(name: string): Y.XmlElement {
  return new Y.XmlElement(name);
}

/** Any text of the document, however deep. */
function pickText(root: Y.XmlFragment, random: SeededRandom): Y.XmlText | null {
  const texts = [...root.createTreeWalker((node) => node instanceof Y.XmlText)];
  return texts.length === 0 ? null : (random.pick(texts) as Y.XmlText);
}

function textOf(child: unknown): Y.XmlText | null {
  const first = child instanceof Y.XmlElement && child.length > 0 ? child.get(0) : null;
  return first instanceof Y.XmlText ? first : null;
}

/** Without the marks. */
function wordsOf(text: Y.XmlText): string {
  const delta: { insert?: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}

/** A place where a caret can stand: never within a character of two units, which no editor parts. */
function pickPlace(text: Y.XmlText, random: SeededRandom, min: number, max = text.length): number {
  const place = random.between(min, Math.min(max, text.length));
  const before = wordsOf(text).charCodeAt(place - 1);
  return before >= 0xd800 && before < 0xdc00 ? place + 1 : place;
}
