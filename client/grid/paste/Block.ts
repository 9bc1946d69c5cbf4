/** What another program says about the number behind a cell, besides the text it shows. */
export type RawNumber = {
  /** Plain decimal with a point, `-390023.56`; null when only the format is known. */
  decimal: string | null;
  /** What the other program's format makes of it. */
  format: 'number' | 'percent' | 'date' | 'unknown';
  /** Decimals that the format shows; null when that is not known. */
  shownDecimals: number | null;
};

/** A cell as another program wrote it. */
export type BlockCell = {
  /** As shown there; line breaks as `\n`. */
  readonly text: string;
  readonly number?: RawNumber;
  /** Where the cell's text leads to. */
  readonly link?: string;
  /** Of a merged cell's places but its first: the cell that covers this one. */
  readonly covering?: BlockCell;
};

/** Lines of cells, from the clipboard or a file. Lines may be of different lengths. */
export type Block = {
  readonly lines: readonly (readonly BlockCell[])[];
  /** Indexes of lines and columns that the other program did not show. */
  readonly hiddenLines: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
};

export function buildBlock(texts: readonly (readonly string[])[]): Block {
  const lines = texts.map((line) => line.map((text) => ({ text })));
  return { lines, hiddenLines: new Set(), hiddenColumns: new Set() };
}
