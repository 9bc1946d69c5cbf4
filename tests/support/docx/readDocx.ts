import { SaxesParser } from 'saxes';
import { readZip } from '#server/export/gate/readZip.ts';
import { must } from '#shared/must.ts';

export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
};

/** A Word document by its XML, read by a parser that refuses what is not well-formed. */
export type DocxDocument = {
  body: XmlElement;
  /** Paragraphs in their order, those of tables too. */
  paragraphs: { style: string | null; text: string; element: XmlElement }[];
  tables: { rows: string[][]; headerRows: number; element: XmlElement }[];
  /** All text, a line for each paragraph. */
  text: string;
  /** Sections in their order, each with the text of its headers and footers by their types. */
  sections: { properties: XmlElement; heads: Map<string, string>; feet: Map<string, string> }[];
  /** Addresses of hyperlinks with the words on them. */
  links: { address: string; text: string }[];
  files: ReadonlyMap<string, string>;
};

export function readDocx(bytes: Uint8Array): DocxDocument {
  const files = readZip(bytes);
  const body = find(readPart(files, 'word/document.xml'), 'w:body');
  const relations = readRelations(files);
  const paragraphs = findAll(body, 'w:p').map((element) => ({
    style: readAttribute(findAll(element, 'w:pStyle')[0], 'w:val'),
    text: readText(element),
    element,
  }));
  return {
    body,
    paragraphs,
    text: paragraphs.map(({ text }) => text).join('\n'),
    tables: findAll(body, 'w:tbl').map((element) => ({
      element,
      headerRows: findAll(element, 'w:tblHeader').length,
      rows: findAll(element, 'w:tr').map((row) =>
        findAll(row, 'w:tc').map((cell) => findAll(cell, 'w:p').map(readText).join('\n')),
      ),
    })),
    sections: findAll(body, 'w:sectPr').map((properties) => ({
      properties,
      heads: readMargins(files, relations, properties, 'w:headerReference'),
      feet: readMargins(files, relations, properties, 'w:footerReference'),
    })),
    links: findAll(body, 'w:hyperlink').map((element) => ({
      address: must(relations.get(element.attributes['r:id'] ?? ''), 'the target of a link'),
      text: readText(element),
    })),
    files,
  };
}

/** Every element of this name below, outermost first; nested ones too. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const left: XmlElement[] = [element];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next !== element && next.name === name) found.push(next);
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined && typeof child !== 'string') left.push(child);
    }
  }
  return found;
}

export function find(element: XmlElement, name: string): XmlElement {
  return must(findAll(element, name)[0], name);
}

export function readPart(files: ReadonlyMap<string, string>, path: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(must(files.get(path), path)).close();
  return root;
}

function readText(element: XmlElement): string {
  return findAll(element, 'w:r')
    .flatMap(({ children }) => children)
    .map((child) => {
      if (typeof child === 'string') return '';
      if (child.name === 'w:br') return '\n';
      if (child.name === 'w:tab') return '\t';
      return child.name === 'w:t' ? child.children.join('') : '';
    })
    .join('');
}

function readAttribute(element: XmlElement | undefined, name: string): string | null {
  return element?.attributes[name] ?? null;
}

function readRelations(files: ReadonlyMap<string, string>): Map<string, string> {
  const relations = findAll(readPart(files, 'word/_rels/document.xml.rels'), 'Relationship');
  return new Map(relations.map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']));
}

function readMargins(
  files: ReadonlyMap<string, string>,
  relations: ReadonlyMap<string, string>,
  section: XmlElement,
  name: string,
): Map<string, string> {
  return new Map(
    findAll(section, name).map(({ attributes }) => {
      const part = readPart(files, `word/${relations.get(attributes['r:id'] ?? '')}`);
      const hasNumber = findAll(part, 'w:instrText').some(({ children }) => children.join('') === 'PAGE');
      return [attributes['w:type'] ?? '', readText(part) + (hasNumber ? '#' : '')];
    }),
  );
}
