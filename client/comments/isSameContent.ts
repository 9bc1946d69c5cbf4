import { type QuotedContent, quoteLengthLimit } from '#shared/api/comments.ts';

/**
 * Whether a cell shows what it showed when somebody wrote about it. Of a long text the beginning is kept. A
 * text that has become unreadable, as when its column offers that choice no more, is the same text still.
 */
export function isSameContent(now: QuotedContent, then: QuotedContent): boolean {
  const [shown, quoted] = [readShown(now), readShown(then)];
  if (typeof shown === 'string' && typeof quoted === 'string')
    return shown.startsWith(quoted) && (shown === quoted || quoted.length >= quoteLengthLimit);
  return shown === quoted;
}

function readShown(content: QuotedContent): string | number | null {
  return typeof content === 'object' && content !== null ? content.unreadable : content;
}
