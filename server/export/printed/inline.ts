import { stripForbidden } from '../tables/stripForbidden.ts';
import type { PrintedBlock, PrintedInline } from './PrintedDocument.ts';

export type Emphasis = { bold?: boolean; italic?: boolean; link?: string | null };

/** A run of text; where the text has line ends the line breaks. */
export function printRun(text: string, { bold = false, italic = false, link = null }: Emphasis = {}) {
  const address = link === null ? null : findSafeLink(link);
  return stripForbidden(text)
    .split('\n')
    .flatMap((line, index): PrintedInline[] => {
      const run: PrintedInline = { type: 'text', text: line, bold, italic, link: address };
      return [...(index === 0 ? [] : [{ type: 'break' as const }]), ...(line === '' ? [] : [run])];
    });
}

/**
 * Runs that look alike as one: the PDF library takes the border of two runs for one of words, and
 * parts a figure from the comma after it when it fills the line.
 */
export function mergeRuns(content: readonly PrintedInline[]): PrintedInline[] {
  const merged: PrintedInline[] = [];
  for (const inline of content) {
    const last = merged.at(-1);
    if (last?.type === 'text' && inline.type === 'text' && isAlike(last, inline))
      merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    else merged.push(inline);
  }
  return merged;
}

type Run = Extract<PrintedInline, { type: 'text' }>;

function isAlike(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.link === b.link;
}

export function printParagraph(text: string): PrintedBlock {
  return { type: 'paragraph', content: printRun(text) };
}

const safeProtocols: readonly string[] = ['http:', 'https:', 'mailto:'];

/** What a reader may be sent to by a click; anything else is printed as text alone. */
function findSafeLink(link: string): string | null {
  const url = URL.parse(link);
  return url && safeProtocols.includes(url.protocol) ? url.href : null;
}
