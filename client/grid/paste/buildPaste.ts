import type { CellChange } from '#client/sync/ReportSession.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { type ChoiceLabel, normaliseSearch } from '../CellTexts.ts';
import { buildChoices } from '../choices.ts';
import { type FieldSpec, findFieldSpec } from '../fields.ts';
import { type CellParse, parseCell } from '../parseCell.ts';

/** What a paste would do, worked out before anything is changed. */
export type PastePlan = {
  cells: CellChange[];
  /** Values of rows to add below the last one. */
  newRows: Partial<Record<Field, string | number | null>>[];
  /** Texts that do not fit; their cells stay as they are. `line` counts the pasted rows from 1. */
  refused: { line: number; column: string; text: string; error: AppError }[];
};

type Options = {
  table: TableKind;
  structure: ReportStructure;
  /** Names of the columns shown, from the one pasted at. Those that cannot be typed into are passed over. */
  columns: readonly string[];
  /** Rows shown, from the one pasted at. */
  rows: readonly Row[];
  mayWrite(organisationId: OrganisationId): boolean;
  columnTitle(field: Field): string;
  choiceLabel: ChoiceLabel;
};

export function buildPaste(block: readonly (readonly string[])[], options: Options): PastePlan {
  const plan: PastePlan = { cells: [], newRows: [], refused: [] };
  for (const [index, texts] of block.entries()) {
    const row = options.rows[index];
    const values: Partial<Record<Field, string | number | null>> = {};
    for (const [place, text] of texts.entries()) {
      const spec = findFieldSpec(options.table, options.columns[place] ?? '');
      if (spec === undefined) continue;
      const column = options.columnTitle(spec.field);
      const parsed =
        row !== undefined && !options.mayWrite(row.organisationId)
          ? refuse(new AppError('access.not-your-sheet', { organisation: organisationName(row, options) }))
          : parsePasted(text, spec, options);
      if (!parsed.ok) plan.refused.push({ line: index + 1, column, text, error: parsed.error });
      else if (row === undefined) values[spec.field] = parsed.value;
      else
        plan.cells.push({
          organisationId: row.organisationId,
          rowId: row.id,
          field: spec.field,
          value: parsed.value,
        });
    }
    const isEmpty = Object.values(values).every((value) => value === null);
    if (row === undefined && !isEmpty) plan.newRows.push(values);
  }
  return plan;
}

/** A choice is pasted by its label, as it is shown; a direction also by its number alone. */
function parsePasted(
  text: string,
  spec: FieldSpec,
  { table, structure, columnTitle, choiceLabel }: Options,
): CellParse {
  const context = { table, reportYear: structure.report.year, columnTitle: columnTitle(spec.field) };
  if (spec.kind !== 'choice' || text.trim() === '') return parseCell(text, spec, context);
  const wanted = normaliseSearch(text.trim());
  const choices = buildChoices(null, spec.field, structure, choiceLabel);
  const found = choices.find(
    ({ label }) =>
      normaliseSearch(label) === wanted ||
      (spec.field === 'directionId' &&
        /^\d+\.?$/.test(wanted) &&
        label.startsWith(`${Number.parseInt(wanted, 10)}. `)),
  );
  if (found !== undefined) return { ok: true, value: found.value };
  return refuse(
    new AppError('cell.refused', { value: text.trim().slice(0, 40), column: context.columnTitle }),
  );
}

function organisationName(row: Row, { structure }: Options): string {
  return structure.organisations.find(({ id }) => id === row.organisationId)?.shortName ?? row.organisationId;
}

function refuse(error: AppError): CellParse {
  return { ok: false, error, choices: [] };
}
