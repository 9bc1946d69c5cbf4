import type { CsvFlavour } from '#server/export/csv/formatCell.ts';
import { exportReport } from '#server/export/exportReport.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

/** A file of a report, made when it is asked for. */
export type ExportFile = { name: string; make: () => Promise<Uint8Array> };

type Options = { isDraft: boolean; createdAt: string };
type Format = (content: ReportContent, options: Options) => ExportFile[];

const csvTables = { activity: 'Заходи', expenditure: 'Видатки', totals: 'Підсумки' } as const;
const csvFlavours: readonly [CsvFlavour, string][] = [
  ['standard', ''],
  ['excel', '_excel'],
];

const printed =
  (format: 'docx' | 'pdf' | 'html' | 'markdown', extension: string): Format =>
  (content, { isDraft }) => [
    {
      name: `Звіт_${yearOf(content)}${isDraft ? '_чернетка' : ''}.${extension}`,
      make: () => exportReport({ ...content, format, isDraft }),
    },
  ];

/** Each format of the command line, by its name there. */
const formats: Readonly<Record<string, Format>> = {
  xlsx: (content) => [
    { name: `Звіт_${yearOf(content)}.xlsx`, make: () => exportReport({ ...content, format: 'xlsx' }) },
  ],
  docx: printed('docx', 'docx'),
  pdf: printed('pdf', 'pdf'),
  html: printed('html', 'html'),
  md: printed('markdown', 'md'),
  csv: (content) =>
    csvFlavours.flatMap(([flavour, ending]) =>
      (['activity', 'expenditure', 'totals'] as const).map((table) => ({
        name: `${csvTables[table]}_${yearOf(content)}${ending}.csv`,
        make: () => exportReport({ ...content, format: 'csv', table, flavour }),
      })),
    ),
  opendata: (content, options) => [
    {
      name: `Звіт_${yearOf(content)}_відкриті_дані${options.isDraft ? '_чернетка' : ''}.zip`,
      make: () => exportReport({ ...content, format: 'open-data', ...options }),
    },
  ],
};

export const exportFormatNames = Object.keys(formats);

/** AppError `export.unknown-format`, before anything is made. */
export function listExportFiles(
  names: readonly string[],
  content: ReportContent,
  options: Options,
): ExportFile[] {
  return names.flatMap((name) => findFormat(name)(content, options));
}

/** AppError `export.unknown-format`. */
export function checkFormatNames(names: readonly string[]): void {
  for (const name of names) findFormat(name);
}

function findFormat(name: string): Format {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format === undefined) throw new AppError('export.unknown-format', { format: name });
  return format;
}

function yearOf({ structure }: ReportContent): number {
  return structure.report.year;
}
