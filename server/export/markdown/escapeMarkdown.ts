/** Of characters that no text file should hold, and of halves of characters. */
const forbidden = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** What CommonMark or GFM could take for a mark anywhere in a line. */
const marks = /[\\`*_[\]<>|~&#$]/g;

/** Text of one line that means itself, wherever it stands; a line break becomes a space. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\r\n?|\n/g, ' ')
    .replaceAll(forbidden, '')
    .replaceAll(/\t/g, ' ')
    .replaceAll(marks, '\\$&');
}

/** A line that begins a block and is no list, no heading, no rule and no code. */
export function guardLineStart(line: string): string {
  return line
    .replace(/^[ \t]+/, '')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** In a cell of a GFM table, whose row is one line. */
export function escapeCell(text: string): string {
  return text
    .trim()
    .split(/\r\n?|\n/)
    .map(escapeMarkdown)
    .join('<br>');
}
