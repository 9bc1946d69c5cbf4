import { type Html, html } from '#server/export/html/html.ts';
import type { Language } from '#shared/errors/AppError.ts';

/** A mail before it is text and HTML: both parts say the same, in the same order. */
export type MailBlock =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  /** Something that happened: with the words of a person, and the way there. */
  | { kind: 'item'; text: string; quote: string; note: string; link: MailLink }
  | { kind: 'button'; link: MailLink }
  | { kind: 'small'; text: string; links: readonly MailLink[] };

export type MailLink = { text: string; href: string };

/** What may stand in a header or in one line: no ends of lines, no signs that turn the direction of the text. */
export function toOneLine(text: string, limit = 200): string {
  const line = text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}

export function layOutText(blocks: readonly MailBlock[]): string {
  return `${blocks.map(printText).join('\n\n')}\n`;
}

function printText(block: MailBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'heading':
      return `== ${block.text} ==`;
    case 'item':
      return [
        `• ${block.text}`,
        ...(block.quote === '' ? [] : [`  «${toOneLine(block.quote)}»`]),
        `  ${block.note}`,
        `  ${block.link.href}`,
      ].join('\n');
    case 'button':
      return `${block.link.text}: ${block.link.href}`;
    case 'small':
      return ['--', block.text, ...block.links.map(({ text, href }) => `${text}: ${href}`)].join('\n');
  }
}

const font = 'font-family:-apple-system,Segoe UI,Roboto,Arial,sans-serif';

/** Styles stand in the elements, as programs for mail want them; nothing is fetched from anywhere. */
export function layOutHtml(language: Language, title: string, blocks: readonly MailBlock[]): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body style="margin:0;padding:24px 16px;${font};font-size:15px;line-height:1.5">
<div style="max-width:600px;margin:0 auto">
${blocks.map(printHtml)}
</div>
</body>
</html>
`.markup;
}

function printHtml(block: MailBlock): Html {
  switch (block.kind) {
    case 'text':
      return html`<p style="margin:0 0 16px">${block.text}</p>\n`;
    case 'heading':
      return html`<h2 style="margin:24px 0 4px;font-size:15px">${block.text}</h2>\n`;
    case 'item':
      return html`<div style="padding:10px 0;border-top:1px solid #8884">
<a href="${block.link.href}" style="color:#2f6fc4;font-weight:600">${block.text}</a>
${block.quote === '' ? [] : html`<div style="margin:2px 0;white-space:pre-line">«${block.quote}»</div>`}
<div style="color:#767c85;font-size:13px">${block.note}</div>
</div>\n`;
    case 'button':
      return html`<p style="margin:24px 0"><a href="${block.link.href}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#1d4f91;color:#fff;font-weight:600;text-decoration:none">${block.link.text}</a></p>\n`;
    case 'small':
      return html`<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #8884;color:#767c85;font-size:13px">${block.text}${block.links.map(
        ({ text, href }) => html`<br><a href="${href}" style="color:#2f6fc4">${text}</a>`,
      )}</p>\n`;
  }
}
