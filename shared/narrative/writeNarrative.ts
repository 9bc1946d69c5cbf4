import * as Y from 'yjs';
import type { Narrative, NarrativeBlock, NarrativeInline, NarrativeTableCell } from './Narrative.ts';
import {
  figureAttributes,
  narrativeMarks,
  narrativeNodes,
  narrativeRoot,
  writeSpec,
} from './narrativeNodes.ts';

/** Puts a text behind what the document holds, as one transaction; as the editor would have written it. */
export function appendNarrative(doc: Y.Doc, narrative: Narrative): void {
  doc.transact(() => {
    const root = doc.getXmlFragment(narrativeRoot);
    root.push(narrative.map(buildBlock));
  });
}

function buildBlock(block: NarrativeBlock): Y.XmlElement {
  switch (block.type) {
    case 'paragraph':
      return buildElement(narrativeNodes.paragraph, {}, buildLine(block.content));
    case 'heading':
      return buildElement(narrativeNodes.heading, { level: block.level }, buildLine(block.content));
    case 'list':
      return buildElement(
        block.isOrdered ? narrativeNodes.orderedList : narrativeNodes.bulletList,
        block.isOrdered ? { start: block.start } : {},
        block.items.map((item) => buildElement(narrativeNodes.listItem, {}, item.map(buildBlock))),
      );
    case 'quote':
      return buildElement(narrativeNodes.quote, {}, block.content.map(buildBlock));
    case 'table':
      return buildElement(
        narrativeNodes.table,
        {},
        block.rows.map(({ cells }) => buildElement(narrativeNodes.tableRow, {}, cells.map(buildCell))),
      );
    case 'rows':
      return buildElement(
        narrativeNodes.rows,
        block.spec === null ? {} : { [figureAttributes.spec]: writeSpec(block.spec) },
        [],
      );
  }
}

function buildCell({ isHeader, colspan, rowspan, content }: NarrativeTableCell): Y.XmlElement {
  const name = isHeader ? narrativeNodes.tableHeader : narrativeNodes.tableCell;
  return buildElement(name, { colspan, rowspan }, content.map(buildBlock));
}

/** Runs of text that touch stand in one text, as the editor keeps them. */
function buildLine(content: readonly NarrativeInline[]): (Y.XmlElement | Y.XmlText)[] {
  const nodes: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: { insert: string; attributes: Record<string, unknown> }[] = [];
  const closeRuns = () => {
    if (runs.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(runs);
    nodes.push(text);
    runs = [];
  };
  for (const inline of content) {
    if (inline.type === 'text') {
      runs.push({ insert: inline.text, attributes: buildMarks(inline) });
      continue;
    }
    closeRuns();
    nodes.push(inline.type === 'break' ? buildElement(narrativeNodes.break, {}, []) : buildFigure(inline));
  }
  closeRuns();
  return nodes;
}

function buildMarks({ bold, italic, link }: Extract<NarrativeInline, { type: 'text' }>) {
  return {
    ...(bold ? { [narrativeMarks.bold]: {} } : {}),
    ...(italic ? { [narrativeMarks.italic]: {} } : {}),
    ...(link === null ? {} : { [narrativeMarks.link]: { href: link } }),
  };
}

function buildFigure({ spec, bold, italic }: Extract<NarrativeInline, { type: 'figure' }>): Y.XmlElement {
  return buildElement(
    narrativeNodes.figure,
    {
      ...(spec === null ? {} : { [figureAttributes.spec]: writeSpec(spec) }),
      ...(bold ? { [figureAttributes.bold]: true } : {}),
      ...(italic ? { [figureAttributes.italic]: true } : {}),
    },
    [],
  );
}

function buildElement(
  name: string,
  attributes: Record<string, string | number | boolean>,
  children: (Y.XmlElement | Y.XmlText)[],
): Y.XmlElement {
  // Yjs keeps any plain value, though its types speak of texts.
  const element = new Y.XmlElement<Record<string, string | number | boolean>>(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.insert(0, children);
  return element as Y.XmlElement;
}
