import type { CopiedCell } from './CopiedCell.ts';

/**
 * A table that spreadsheets take with the right types: amounts and days as numbers, and what only looks
 * like a number, a date or a formula as the text it is. Each of Excel, LibreOffice and Google Sheets
 * has a language of its own for that.
 */
export function writeHtmlTable(lines: readonly (readonly CopiedCell[])[]): string {
  const rows = lines.map((line) => `<tr>${line.map(writeCell).join('')}</tr>`).join('\n');
  return [
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">',
    `<style>${styles}</style></head><body><table data-zvit>`,
    rows,
    '</table></body></html>',
  ].join('\n');
}

const styles = [
  'td{white-space:pre-wrap}',
  'br{mso-data-placement:same-cell}',
  String.raw`.t{mso-number-format:"\@"}`,
  String.raw`.m{mso-number-format:"\#\,\#\#0\.00";text-align:right}`,
  '.c{mso-number-format:"0";text-align:right}',
  String.raw`.d{mso-number-format:"dd\.mm\.yyyy"}`,
].join('');

/** LibreOffice's names of formats: language of the text (Ukrainian), language of the format, the format. */
const libreFormats = { money: '1058;0;#,##0.00', count: '1058;0;0', day: '1058;0;DD.MM.YYYY' } as const;
const classes = { money: 'm', count: 'c', day: 'd' } as const;

/** What a spreadsheet would make something else of: digits first, a sign, or the beginning of a formula. */
const needsTextType = /^[\s'"=+\-@.,\d]|^[(#]|%$/;

function writeCell({ text, decimal, kind }: CopiedCell): string {
  const shown = escapeHtml(text).replaceAll('\n', '<br>');
  if (kind !== 'text' && decimal !== null) {
    const sheets = JSON.stringify({ 1: 3, 3: Number(decimal) });
    return `<td class=${classes[kind]} x:num="${decimal}" sdval="${decimal}" sdnum="${libreFormats[kind]}" data-sheets-value="${escapeHtml(sheets)}">${shown}</td>`;
  }
  if (!needsTextType.test(text)) return `<td>${shown}</td>`;
  const sheets = JSON.stringify({ 1: 2, 2: text });
  return `<td class=t x:str sdnum="1058;0;@" data-sheets-value="${escapeHtml(sheets)}">${shown}</td>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
