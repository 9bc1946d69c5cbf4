import { isSafeLink } from '#shared/report/isSafeLink.ts';
import type { TextBlock, TextInline, TextTableCell } from '#shared/report/TextModel.ts';
import type { Doors } from './Doors.ts';
import { type Html, html, nothing } from './html.ts';
import type { RowTables } from './RowTables.ts';

type Context = { doors: Doors; tables: RowTables };

/** The text of a direction; its headings stand under the direction's own. */
export function writeText(blocks: readonly TextBlock[], context: Context): Html {
  return html`${blocks.map((block) => writeBlock(block, context))}`;
}

function writeBlock(block: TextBlock, context: Context): Html {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${writeInline(block.content, context)}</p>\n`;
    case 'heading':
      return writeHeading(block.level, writeInline(block.content, context));
    case 'list': {
      const items = block.items.map((item) => html`<li>${writeItem(item, context)}</li>`);
      if (!block.isOrdered) return html`<ul>${items}</ul>\n`;
      return html`<ol start="${block.start}">${items}</ol>\n`;
    }
    case 'quote':
      return html`<blockquote>${writeText(block.content, context)}</blockquote>\n`;
    case 'table': {
      const rows = block.rows.map(
        ({ cells }) => html`<tr>${cells.map((cell) => writeTableCell(cell, context))}</tr>\n`,
      );
      return html`<div class="wide" role="region" aria-label="Таблиця в тексті" tabindex="0"><table class="text">${rows}</table></div>\n`;
    }
    case 'rows':
      return context.tables.writeCopy(block.figure, block.table);
  }
}

/** An item of one paragraph is that line alone. */
function writeItem(blocks: readonly TextBlock[], context: Context): Html {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return writeText(blocks, context);
  return html`${writeInline(first.content, context)}${writeText(rest, context)}`;
}

function writeHeading(level: 1 | 2 | 3, content: Html): Html {
  switch (level) {
    case 1:
      return html`<h3>${content}</h3>\n`;
    case 2:
      return html`<h4>${content}</h4>\n`;
    case 3:
      return html`<h5>${content}</h5>\n`;
  }
}

function writeTableCell({ isHeader, colspan, rowspan, content }: TextTableCell, context: Context): Html {
  const inside = writeItem(content, context);
  const spans = html`${colspan > 1 ? html` colspan="${colspan}"` : nothing}${rowspan > 1 ? html` rowspan="${rowspan}"` : nothing}`;
  return isHeader ? html`<th${spans}>${inside}</th>` : html`<td${spans}>${inside}</td>`;
}

function writeInline(content: readonly TextInline[], { doors }: Context): Html {
  return html`${content.map((inline) => {
    if (inline.type === 'break') return html`<br>`;
    const plain = inline.type === 'figure' ? doors.openFigure(inline.figure) : html`${inline.text}`;
    const italic = inline.italic ? html`<em>${plain}</em>` : plain;
    const bold = inline.bold ? html`<strong>${italic}</strong>` : italic;
    // A number is a link already.
    if (inline.type === 'figure' || inline.link === null || !isSafeLink(inline.link)) return bold;
    return html`<a href="${inline.link}" rel="noopener noreferrer">${bold}</a>`;
  })}`;
}
