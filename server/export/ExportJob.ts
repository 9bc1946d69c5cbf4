import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { CsvFlavour } from './csv/formatCell.ts';
import type { CsvTable } from './writeTableCsv.ts';

/** A file to make. Plain values only: it is sent to another thread. */
export type ExportJob = { structure: ReportStructure; rows: readonly Row[] } & (
  | { format: 'xlsx' }
  | { format: 'csv'; table: CsvTable; flavour: CsvFlavour }
);
