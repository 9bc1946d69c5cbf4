import { type Measure, measures } from '../measures.ts';

/** What the cells under the directions show: how complete the sheets are, or one measure of the money. */
export type MatrixShow = 'state' | Measure;

export const matrixShows = ['state', ...measures] as const satisfies MatrixShow[];

export function isMatrixShow(text: string): text is MatrixShow {
  return matrixShows.some((show) => show === text);
}
