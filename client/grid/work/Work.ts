/** What long work writes into the table. */
export type WorkKind = 'paste' | 'fill' | 'clear' | 'replace';

/** So many are written within a moment: nobody sees a bar for them. */
export const fewEdits = 300;

/** Long work under way, as its bar shows it. */
export type Work = {
  readonly kind: WorkKind | 'undo' | 'redo';
  readonly step: 'reading' | 'planning' | 'writing';
  readonly done: number;
  /** 0 when it is not known. */
  readonly total: number;
  stop(): void;
};
