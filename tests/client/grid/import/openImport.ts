import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CsvChoice, ImportReader, type SheetInfo } from '#client/grid/import/reading/ImportReader.ts';
import type { ImportRow } from '#client/grid/import/reading/ImportRow.ts';
import { type ColumnReading, plainReading } from '#client/grid/import/reading/printCell.ts';
import { projectRoot } from '#server/tools/projectRoot.ts';

export const guessed: CsvChoice = { encoding: null, delimiter: null };
export const ignoreProgress = (): void => undefined;

export async function readFixture(name: string): Promise<Blob> {
  return new Blob([await readFile(join(projectRoot, 'tests/fixtures/import', name))]);
}

export type ReadOptions = {
  sheet?: number;
  headerRow?: number;
  readings?: readonly ColumnReading[];
  takesHidden?: boolean;
  fillsMerges?: boolean;
  choice?: CsvChoice;
};

/** Every row below the header, with all columns, as the dialog gets them. */
export async function readRows(
  file: Blob,
  options: ReadOptions = {},
): Promise<{ info: SheetInfo; rows: ImportRow[] }> {
  const reader = new ImportReader();
  await reader.open(file, options.choice ?? guessed, ignoreProgress);
  const info = await reader.openSheet(options.sheet ?? 0, ignoreProgress);
  const request = {
    headerRow: options.headerRow ?? 0,
    columns: Array.from({ length: info.columnCount }, (_, column) => ({
      column,
      reading: options.readings?.[column] ?? plainReading,
    })),
    fillsMerges: options.fillsMerges ?? false,
  };
  const rows = [...reader.rows(request, 100)].flat();
  return { info, rows: rows.filter(({ isHidden }) => options.takesHidden || !isHidden) };
}

export async function readTexts(file: Blob, options: ReadOptions = {}): Promise<string[][]> {
  const { rows } = await readRows(file, options);
  return rows.map(({ cells }) => cells.map(({ text }) => text));
}
