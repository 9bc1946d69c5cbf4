import { SaxesParser } from 'saxes';

export type BodyParagraph = { type: 'paragraph'; text: string };
export type BodyTable = { type: 'table'; rows: string[][] };

/**
 * The body of a Word document by its XML: paragraphs and tables in their order, a table within a cell
 * as text of that cell. Read as it comes, since ten thousand rows are a million elements.
 *
 * @throws Error when the XML is not well-formed
 */
export function readBody(xml: string): (BodyParagraph | BodyTable)[] {
  const blocks: (BodyParagraph | BodyTable)[] = [];
  const parser = new SaxesParser();
  let tableDepth = 0;
  let isText = false;
  let paragraph = '';
  let cell = '';
  let row: string[] = [];
  let rows: string[][] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'w:t') isText = true;
    else if (name === 'w:br') paragraph += '\n';
    else if (name === 'w:tab') paragraph += '\t';
    else if (name === 'w:tbl') {
      if (tableDepth === 0) rows = [];
      tableDepth += 1;
    }
  });
  parser.on('text', (text) => {
    if (isText) paragraph += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
    else if (name === 'w:p') {
      if (tableDepth === 0) blocks.push({ type: 'paragraph', text: paragraph });
      else cell += cell === '' ? paragraph : `\n${paragraph}`;
      paragraph = '';
    } else if (name === 'w:tc' && tableDepth === 1) {
      row.push(cell);
      cell = '';
    } else if (name === 'w:tr' && tableDepth === 1) {
      rows.push(row);
      row = [];
    } else if (name === 'w:tbl') {
      tableDepth -= 1;
      if (tableDepth === 0) blocks.push({ type: 'table', rows });
    }
  });
  parser.write(xml).close();
  return blocks;
}
