import type { FigureSpec } from '../figures/FigureSpec.ts';
import type { FigureValue } from '../figures/FigureValue.ts';
import type { OrganisationId, RowId } from '../model/ids.ts';
import type { HeadingLevel, TextMarks } from '../narrative/Narrative.ts';
import type { ActivityLine, ExpenditureLine, MoneyModel } from './ReportLine.ts';

/** The text of a direction with its figures filled in: what the page and every exporter print. */
export type TextBlock =
  | { type: 'paragraph'; content: TextInline[] }
  | { type: 'heading'; level: HeadingLevel; content: TextInline[] }
  | { type: 'list'; isOrdered: boolean; start: number; items: TextBlock[][] }
  | { type: 'quote'; content: TextBlock[] }
  | { type: 'table'; rows: { cells: TextTableCell[] }[] }
  | { type: 'rows'; figure: FigureModel; table: RowsTable };

export type TextTableCell = {
  isHeader: boolean;
  colspan: number;
  rowspan: number;
  content: TextBlock[];
};

export type TextInline =
  | ({ type: 'text'; text: string } & TextMarks)
  | { type: 'break' }
  | ({ type: 'figure'; figure: FigureModel } & TextMarks);

/** One figure of the text with its value and where that comes from. */
export type FigureModel = FigureValue & {
  /** Place in the text of the whole report, from 1: the same in every file made of one model. */
  position: number;
  /** Null when what is stored cannot be read. */
  spec: FigureSpec | null;
  /** The rows behind it, in the order of the model's lines. */
  rows: { organisationId: OrganisationId; rowId: RowId }[];
};

/** Lines of a whole table in the text, with their sums. */
export type RowsTable =
  | { kind: 'activity'; lines: ActivityLine[] }
  | { kind: 'expenditure'; lines: ExpenditureLine[]; money: MoneyModel }
  /** What it was to show cannot be read or is gone. */
  | { kind: 'none' };
