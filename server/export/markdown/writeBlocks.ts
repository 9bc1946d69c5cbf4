import type { TextBlock } from '#shared/report/TextModel.ts';
import { guardLineStart } from './escapeMarkdown.ts';
import type { RowTables } from './RowTables.ts';
import { writeInline } from './writeInline.ts';
import { writeMarkdownTable } from './writeMarkdownTable.ts';

/** Blocks of a text, an empty line between them. Headings stand under those of directions. */
export function writeBlocks(blocks: readonly TextBlock[], tables: RowTables): string {
  return blocks
    .map((block) => writeBlock(block, tables))
    .filter((text) => text !== '')
    .join('\n');
}

function writeBlock(block: TextBlock, tables: RowTables): string {
  switch (block.type) {
    case 'paragraph': {
      const lines = writeInline(block.content, '\\\n').split('\n').map(guardLineStart);
      const text = lines.join('\n').replace(/\\$/, '').trimEnd();
      return text === '' ? '' : `${text}\n`;
    }
    case 'heading':
      return `${'#'.repeat(block.level + 2)} ${writeInline(block.content, ' ').trim()}\n`;
    case 'list':
      return writeList(block, tables);
    case 'quote':
      return prefixLines(writeBlocks(block.content, tables), '> ', '> ');
    case 'table':
      return writeTextTable(block);
    case 'rows':
      return tables.writeCopy(block.figure, block.table);
  }
}

function writeList(list: Extract<TextBlock, { type: 'list' }>, tables: RowTables): string {
  return list.items
    .map((item, index) => {
      const marker = list.isOrdered ? `${list.start + index}. ` : '- ';
      return prefixLines(writeItem(item, tables), marker, ' '.repeat(marker.length));
    })
    .join('');
}

/** No empty line before the parts of a line: one anywhere would space out the whole list. */
function writeItem(blocks: readonly TextBlock[], tables: RowTables): string {
  return blocks
    .map((block, index) => (index > 0 && block.type !== 'list' ? '\n' : '') + writeBlock(block, tables))
    .join('');
}

function prefixLines(text: string, first: string, rest: string): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  return `${lines.map((line, index) => ((index === 0 ? first : rest) + line).trimEnd()).join('\n')}\n`;
}

/** GFM has neither spans nor tables without heads: a cell stands in its first place, a head may be empty. */
function writeTextTable({ rows }: Extract<TextBlock, { type: 'table' }>): string {
  const grid: string[][] = rows.map(() => []);
  for (const [rowIndex, { cells }] of rows.entries()) {
    let column = 0;
    for (const { colspan, rowspan, content } of cells) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      for (let down = 0; down < rowspan; down += 1) {
        const row = grid[rowIndex + down];
        for (let right = 0; row !== undefined && right < colspan; right += 1) {
          row[column + right] = down === 0 && right === 0 ? writeCellText(content) : '';
        }
      }
      column += colspan;
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width === 0) return '';
  const filled = grid.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
  const hasHead = rows[0]?.cells.every(({ isHeader }) => isHeader) ?? false;
  const heads = hasHead ? filled[0] : undefined;
  const columns = Array.from({ length: width }, (_, index) => ({
    header: heads?.[index] ?? '',
    isNumeric: false,
  }));
  return writeMarkdownTable(columns, hasHead ? filled.slice(1) : filled);
}

/** Everything in a cell is one line. */
function writeCellText(blocks: readonly TextBlock[]): string {
  return blocks.map(writeCellBlock).join('<br>');
}

function writeCellBlock(block: TextBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return writeInline(block.content, '<br>').trim();
    case 'list':
      return block.items.map((item) => `– ${writeCellText(item)}`).join('<br>');
    case 'quote':
      return writeCellText(block.content);
    case 'table':
      return block.rows
        .map(({ cells }) => cells.map(({ content }) => writeCellText(content)).join(' '))
        .join('<br>');
    case 'rows':
      return '';
  }
}
