import type { ExportFile } from '#shared/export/ExportFile.ts';

/** What a process is asked for on its command line, as JSON. */
export type ExportTask = {
  writer: 'zvit' | 'bare';
  file: ExportFile;
  rows: number;
};

/** What it prints, as JSON. Times are from the first word to whoever makes the file. */
export type ExportRun = {
  /** Until the file is there, not yet checked. */
  fileMs: number;
  /** The most memory the process has held until then, in MB. */
  fileMb: number;
  /** From then until it is read back and found right; null of who does not look. */
  checkMs: number | null;
  /** The most memory until then. */
  checkMb: number | null;
  /** The most before there was anything to do: Node, and the rows. */
  startMb: number;
};
