import { diffComm } from 'node-diff3';
import { joinTokens, splitCommon, tokenise } from './textTokens.ts';

/** A stretch of a comparison: in both texts, only in the later, or only in the earlier. */
export type TextPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** Word by word, what became of a text. Without the added parts it is `before`, without the removed ones `after`. */
export function compareTexts(before: string, after: string): TextPart[] {
  const { head, middles, tail } = splitCommon([before, after]);
  const [tokensBefore = [], tokensAfter = []] = tokenise(middles);
  const parts: TextPart[] = [{ kind: 'same', text: head }];
  for (const { common = [], buffer1 = [], buffer2 = [] } of diffComm(tokensBefore, tokensAfter)) {
    parts.push({ kind: 'same', text: joinTokens(common) });
    parts.push({ kind: 'removed', text: joinTokens(buffer1) });
    parts.push({ kind: 'added', text: joinTokens(buffer2) });
  }
  parts.push({ kind: 'same', text: tail });
  return joinNeighbours(parts);
}

function joinNeighbours(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) joined[joined.length - 1] = { ...part, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

/** The changed places with `around` characters beside them; what is left out between is «…». */
export function shortenParts(parts: readonly TextPart[], around: number): TextPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part;
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    const head = isFirst ? '' : part.text.slice(0, around);
    const tail = isLast ? '' : part.text.slice(-around);
    if (part.text.length <= head.length + tail.length + 1) return part;
    return { kind: 'same', text: `${head}…${tail}` };
  });
}
