/** How far an export is: parts of a stage, of about the same size each; their number is known from its start. */
export type ExportProgress = {
  /** A final file is read back after it has been written. */
  stage: 'building' | 'checking';
  done: number;
  total: number;
};
