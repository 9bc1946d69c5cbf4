/** What stands in the bar. */
export type FindForm = {
  text: string;
  replacement: string;
  isCaseSensitive: boolean;
  isWholeCell: boolean;
  /** Null: every column. */
  column: string | null;
  /** Only in the cells that were selected when this was chosen. */
  isScoped: boolean;
};

export const emptyForm: FindForm = {
  text: '',
  replacement: '',
  isCaseSensitive: false,
  isWholeCell: false,
  column: null,
  isScoped: false,
};
