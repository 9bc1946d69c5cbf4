export type MarkdownColumn = { header: string; isNumeric: boolean };

/** A GFM table. Heads and cells are Markdown already. */
export function writeMarkdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [
    columns.map(({ header }) => header),
    columns.map(({ isNumeric }) => (isNumeric ? '---:' : '---')),
    ...rows,
  ];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
