import type { RowKey } from '#client/sync/RowStore.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Answer } from '../../paste/Plan.ts';
import type { ColumnGuess } from '../columns/guessColumns.ts';
import type { CellKey, ImportPlan } from '../plan/ImportPlan.ts';
import type { BookInfo, CsvChoice, SheetInfo } from '../reading/ImportReader.ts';
import type { ImportRow } from '../reading/ImportRow.ts';

export const importSteps = ['file', 'sheet', 'columns', 'preview'] as const;
export type ImportStep = (typeof importSteps)[number];

/** What the dialog is busy with; `total` is null while nobody knows it. */
export type ImportWork = {
  kind: 'reading' | 'planning' | 'writing';
  done: number;
  total: number | null;
};

/** All that a person has chosen, and what came of it. */
export type ImportState = {
  step: ImportStep;
  work: ImportWork | null;
  /** Why the file, or the sheet, cannot be taken. */
  error: AppError | null;
  file: File | null;
  choice: CsvChoice;
  book: BookInfo | null;
  sheetIndex: number;
  sheet: SheetInfo | null;
  headerRow: number;
  /** As they are shown: numbered where two are the same. */
  titles: readonly string[];
  columns: readonly ColumnGuess[];
  fillsMerges: boolean;
  takesHidden: boolean;
  takesTotals: boolean;
  addsUnknown: boolean;
  organisations: ReadonlyMap<string, OrganisationId>;
  ownOrganisationId: OrganisationId | null;
  rows: readonly ImportRow[];
  plan: ImportPlan | null;
  answers: ReadonlyMap<string, Answer>;
  /** Cells and, by their number alone, new lines that are not to be imported. */
  refused: ReadonlySet<CellKey | number>;
  /** Rows to be deleted because the file does not have them. */
  deleted: ReadonlySet<RowKey>;
};

export const emptyImport: ImportState = {
  step: 'file',
  work: null,
  error: null,
  file: null,
  choice: { encoding: null, delimiter: null },
  book: null,
  sheetIndex: 0,
  sheet: null,
  headerRow: 0,
  titles: [],
  columns: [],
  fillsMerges: true,
  takesHidden: false,
  takesTotals: false,
  addsUnknown: false,
  organisations: new Map(),
  ownOrganisationId: null,
  rows: [],
  plan: null,
  answers: new Map(),
  refused: new Set(),
  deleted: new Set(),
};
