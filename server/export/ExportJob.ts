import type { ReportContent } from '#shared/report/ReportContent.ts';
import type { CsvFlavour } from './csv/formatCell.ts';
import type { PackageOptions } from './openData/buildDataPackage.ts';
import type { CsvTable } from './writeTableCsv.ts';

/** A file to make. Plain values only: it is sent to another thread. */
export type ExportJob = ReportContent &
  (
    | { format: 'xlsx' }
    | { format: 'html'; isDraft: boolean }
    | { format: 'markdown'; isDraft: boolean }
    | ({ format: 'open-data' } & PackageOptions)
    /** JSON of what the check for personal data found. */
    | { format: 'personal-data' }
    /** JSON of what the check of footing found in the report and in each kind of file. */
    | { format: 'footing' }
    /** A draft says that it is one on every page, and may hold figures that cannot be trusted. */
    | { format: 'docx' | 'pdf'; isDraft: boolean }
    | { format: 'csv'; table: CsvTable; flavour: CsvFlavour }
  );
