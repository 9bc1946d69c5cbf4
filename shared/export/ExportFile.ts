import { type ExportFormat, exportFormats } from './exportFormats.ts';

export const csvTables = ['activity', 'expenditure', 'totals'] as const;
export type CsvTable = (typeof csvTables)[number];

/** `standard` is for programs, `excel` is what Ukrainian Excel opens by itself. */
export const csvFlavours = ['standard', 'excel'] as const;
export type CsvFlavour = (typeof csvFlavours)[number];

/** One file of a report. A CSV file holds one table, any other the whole report. */
export type ExportFile =
  | { format: Exclude<ExportFormat, 'csv'> }
  | { format: 'csv'; table: CsvTable; flavour: CsvFlavour };

const tableNames = { activity: 'Заходи', expenditure: 'Видатки', totals: 'Підсумки' } as const;

/** `Звіт_2020.docx`, `Звіт_2020_відкриті_дані_чернетка.zip`, `Заходи_2020_excel.csv`. */
export function nameExportFile(file: ExportFile, year: number, isDraft: boolean): string {
  const parts = [file.format === 'csv' ? tableNames[file.table] : 'Звіт', String(year)];
  if (file.format === 'open-data') parts.push('відкриті_дані');
  if (file.format === 'csv' && file.flavour === 'excel') parts.push('excel');
  if (isDraft) parts.push('чернетка');
  return `${parts.join('_')}.${exportFormats[file.format].extension}`;
}

/** The files of a format: six of CSV, one of any other. */
export function listFilesOf(format: ExportFormat): ExportFile[] {
  if (format !== 'csv') return [{ format }];
  return csvFlavours.flatMap((flavour) => csvTables.map((table) => ({ format, table, flavour })));
}
