import type { ExportFile } from '#shared/export/ExportFile.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

/** A file to make. Plain values only: it is sent to another process. */
export type ExportJob = ReportContent &
  (
    | (ExportFile & {
        /** A draft says that it is one, and may hold figures that cannot be trusted. */
        isDraft: boolean;
      })
    /** JSON of what the check for personal data found. */
    | { format: 'personal-data' }
    /** JSON of what the check of footing found in the report and in each kind of file. */
    | { format: 'footing' }
    /** Every file there is, each a final one. */
    | { format: 'all' }
    /** JSON of what refuses a final file: blocking findings of the text, footing that differs; personal data. */
    | { format: 'readiness' }
  );
