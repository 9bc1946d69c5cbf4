import { createCellTexts } from '#client/grid/CellTexts.ts';
import { fieldSpecs } from '#client/grid/fields.ts';
import { buildBlock } from '#client/grid/paste/Block.ts';
import { type Layout, type LayoutOptions, layOutBlock, plainLayout } from '#client/grid/paste/layOutBlock.ts';
import type { Plan } from '#client/grid/paste/Plan.ts';
import type { PlanContext } from '#client/grid/paste/PlanContext.ts';
import { parseTsv } from '#client/grid/paste/parseTsv.ts';
import { planBlock } from '#client/grid/paste/planBlock.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

export const structure = buildReportStructure();

const labels: Record<string, string> = {
  general: 'Загальний фонд',
  special: 'Спеціальний фонд',
  state: 'Державний бюджет',
  regional: 'Обласний бюджет',
  other: 'Інші джерела',
};
const choiceLabel = (_field: string, value: string) => labels[value] ?? value;
export const texts = createCellTexts(structure, 'uk', choiceLabel);

/** The columns as the table shows them first. */
export function shownColumns(table: TableKind): string[] {
  const [first = '', ...others] = fieldSpecs[table].map(({ field }): string => field);
  return [first, 'organisation', ...others];
}

export function buildContext(table: TableKind, part: Partial<PlanContext> = {}): PlanContext {
  return {
    table,
    structure,
    language: 'uk',
    columnTitle: (field) => field,
    choiceLabel,
    canWrite: (organisationId) =>
      organisationId === 'o1' ? { allowed: true } : { allowed: false, reason: 'access.not-your-sheet' },
    printCell: texts.cell,
    rows: [],
    thousands: new Set(),
    ...part,
  };
}

type Paste = {
  table?: TableKind;
  text: string;
  rows: readonly Row[];
  /** Name of the column pasted at. */
  from: string;
  writable?: readonly string[];
  options?: Partial<LayoutOptions>;
  context?: Partial<PlanContext>;
};

/** What pasting a text at the first row would do. */
export function planText({
  table = 'expenditure',
  text,
  rows,
  from,
  writable = ['o1'],
  options,
  context,
}: Paste) {
  const block = buildBlock(parseTsv(text));
  const layout: Layout = must(
    layOutBlock(
      block,
      {
        columns: shownColumns(table),
        rows,
        ranges: [{ rows: rows.slice(0, 1), columns: [from] }],
        writable: new Set(writable as OrganisationId[]),
      },
      { ...plainLayout, ...options },
    ),
    'a layout',
  );
  const plan: Plan = planBlock(layout.lines, buildContext(table, context));
  return { layout, plan };
}

/** What is planned, cell by cell: values, or the kind of the question. */
export function readPlanned(plan: Plan): [number, string, unknown][] {
  return plan.lines.flatMap(({ number, cells }) =>
    cells.map((cell): [number, string, unknown] => [
      number,
      cell.field,
      cell.question === null ? cell.value : `?${cell.question.kind}`,
    ]),
  );
}
