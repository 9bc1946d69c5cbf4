import type { CellName } from '../selection/CellName.ts';
import type { TextMatch } from './findMatches.ts';

/** One place in a cell's text where what is sought stands. */
export type CellMatch = CellName & { match: TextMatch };

/** A cell, or a place in its text. */
export type FindPlace = CellName & { match?: TextMatch };
