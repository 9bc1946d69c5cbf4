import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import type { FoundTable } from '../FoundTable.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Every element of this name below, in the order of the page. */
export function findElements(
  node: DefaultTreeAdapterTypes.ParentNode,
  picks: (element: HtmlElement) => boolean,
): HtmlElement[] {
  const found: HtmlElement[] = [];
  const left: HtmlNode[] = [...node.childNodes].reverse();
  for (let next = left.pop(); next; next = left.pop()) {
    if (!defaultTreeAdapter.isElementNode(next)) continue;
    if (picks(next)) found.push(next);
    for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
      const child = next.childNodes[index];
      if (child) left.push(child);
    }
  }
  return found;
}

export function readAttribute({ attrs }: HtmlElement, name: string): string | null {
  return attrs.find((own) => own.name === name)?.value ?? null;
}

/** Its text; a break is a line end. */
export function readText(node: HtmlNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!defaultTreeAdapter.isElementNode(node)) return '';
  if (node.tagName === 'br') return '\n';
  return node.childNodes.map(readText).join('');
}

export type HtmlRow = { element: HtmlElement; cells: string[] };

/** The rows of a table, its header among them; a cell over several columns stands in the first of them. */
export function readRows(table: HtmlElement): HtmlRow[] {
  return findElements(table, ({ tagName }) => tagName === 'tr').map((element) => ({
    element,
    cells: findElements(element, ({ tagName }) => tagName === 'td' || tagName === 'th').flatMap((cell) => [
      readText(cell),
      ...Array.from({ length: Number(readAttribute(cell, 'colspan') ?? 1) - 1 }, () => ''),
    ]),
  }));
}

/** Of a table whose first row is its header. */
export function buildFoundTable(
  [header, ...rows]: readonly HtmlRow[],
  placeOf: (row: HtmlRow, header: string) => string,
): FoundTable {
  const heads = header?.cells ?? [];
  return {
    header: heads,
    rows: rows.map(({ cells }) => cells),
    placeOf: (row, column) => {
      const own = rows[row];
      return own ? placeOf(own, heads[column] ?? '') : '';
    },
  };
}
