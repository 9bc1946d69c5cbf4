import { diff3Merge } from 'node-diff3';
import { joinTokens, splitCommon, tokenise } from '#shared/compare/textTokens.ts';

export type MergedText = {
  text: string;
  /** Places that both have changed: there both wordings stand, theirs before mine. */
  overlapCount: number;
};

/** Word by word, what two people made of one text, put together as a proposal to be read and mended. */
export function mergeTexts(base: string, theirs: string, mine: string): MergedText {
  const { head, middles, tail } = splitCommon([base, theirs, mine]);
  const [tokensBase = [], tokensTheirs = [], tokensMine = []] = tokenise(middles);
  let text = head;
  let overlapCount = 0;
  for (const { ok, conflict } of diff3Merge(tokensTheirs, tokensBase, tokensMine)) {
    if (ok !== undefined) text += joinTokens(ok);
    if (conflict === undefined) continue;
    const [first, second] = [joinTokens(conflict.a), joinTokens(conflict.b)];
    const needsGap = first !== '' && second !== '' && !/\s$/u.test(first) && !/^\s/u.test(second);
    text += `${first}${needsGap ? ' ' : ''}${second}`;
    overlapCount += 1;
  }
  return { text: text + tail, overlapCount };
}
