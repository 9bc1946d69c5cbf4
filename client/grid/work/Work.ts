/** What long work does to the table. */
export type WorkKind = 'paste' | 'fill' | 'clear' | 'replace';

/** Long work under way, as its bar shows it. */
export type Work = {
  readonly kind: WorkKind;
  readonly step: 'reading' | 'planning' | 'writing';
  readonly done: number;
  /** 0 when it is not known. */
  readonly total: number;
  stop(): void;
};
