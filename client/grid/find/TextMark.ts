import type { TextMatch } from './findMatches.ts';

/** A part of a cell's text that is marked. */
export type TextMark = TextMatch & {
  /** The one that one has come to. */
  isCurrent: boolean;
};
