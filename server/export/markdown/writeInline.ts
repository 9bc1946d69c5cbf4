import { isSafeLink } from '#shared/report/isSafeLink.ts';
import type { TextInline } from '#shared/report/TextModel.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';

type Run = { text: string; bold: boolean; italic: boolean; link: string | null };

/** The content of a paragraph; `lineBreak` is what a break inside it is written as. */
export function writeInline(content: readonly TextInline[], lineBreak: string): string {
  const parts = joinRuns(content);
  return parts
    .map((part, index) =>
      part === 'break'
        ? lineBreak
        : writeRun(part, readEdge(parts[index - 1], -1), readEdge(parts[index + 1], 0)),
    )
    .join('');
}

/** Neighbours with the same marks are one: `**a****b**` would mean something else. */
function joinRuns(content: readonly TextInline[]): (Run | 'break')[] {
  const parts: (Run | 'break')[] = [];
  for (const inline of content) {
    if (inline.type === 'break') {
      parts.push('break');
      continue;
    }
    const { bold, italic } = inline;
    const text = inline.type === 'figure' ? inline.figure.text : inline.text;
    const link = inline.link !== null && isSafeLink(inline.link) ? inline.link : null;
    const last = parts.at(-1);
    if (last !== undefined && last !== 'break' && isAlike(last, { text, bold, italic, link }))
      last.text += text;
    else if (text !== '') parts.push({ text, bold, italic, link });
  }
  return parts;
}

function isAlike(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.link === b.link;
}

/** The character of a neighbour that touches a run; null for none, `*` for one that begins with a mark. */
function readEdge(part: Run | 'break' | undefined, at: 0 | -1): string | null {
  if (part === undefined || part === 'break') return null;
  const edge = part.text.at(at) ?? null;
  const isMarked = part.bold || part.italic || part.link !== null;
  return isMarked && edge !== null && /\S/.test(edge) ? '*' : edge;
}

function writeRun({ text, bold, italic, link }: Run, before: string | null, after: string | null): string {
  // Blanks inside a mark keep it from being one.
  const [, lead = '', inner = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (inner === '') return escapeMarkdown(text);
  const label = escapeMarkdown(inner);
  const isFree =
    (lead !== '' || before === null || /\s/.test(before)) &&
    (tail !== '' || after === null || /[\s.,;:!?)»]/.test(after));
  const marked = mark(label, bold, italic, isFree);
  const linked = link === null ? marked : `[${marked}](${writeAddress(link)})`;
  return escapeMarkdown(lead) + linked + escapeMarkdown(tail);
}

/** Asterisks only where CommonMark's rules about neighbours leave no doubt; elsewhere its HTML. */
function mark(text: string, bold: boolean, italic: boolean, isFree: boolean): string {
  if (isFree) {
    const marks = (bold ? '**' : '') + (italic ? '*' : '');
    return marks + text + marks;
  }
  const slanted = italic ? `<em>${text}</em>` : text;
  return bold ? `<strong>${slanted}</strong>` : slanted;
}

function writeAddress(link: string): string {
  return `<${new URL(link).href.replaceAll(/[<>\\|\s]/g, (character) => encodeURIComponent(character))}>`;
}
