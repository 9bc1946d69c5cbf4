import { z } from 'zod';
import { simplifyTitle } from '../language/simplifyTitle.ts';
import { BudgetLine } from '../model/budget.ts';
import { ExtraColumn, maxColumnsOfTable } from '../model/columns.ts';
import { CorrectionFields, maxCorrections } from '../model/correction.ts';
import { ColumnId, CorrectionId, DirectionId, IndicatorId, OrganisationId } from '../model/ids.ts';
import { tableKinds } from '../model/rows.ts';
import { Direction, Indicator } from '../model/structure.ts';

/**
 * One change of what is governed about a report. A change of something that stands says what it stood
 * like for whoever changed it (`from`): the server refuses when it stands otherwise by then.
 */

export const maxDirections = 99;
export const maxIndicators = 2_000;
export const maxSheets = 1_000;

const DirectionList = z.array(DirectionId).max(maxDirections);
const IndicatorList = z.array(IndicatorId).max(maxIndicators);
const OrganisationList = z.array(OrganisationId).max(maxSheets);

export const DirectionFields = Direction.pick({ number: true, title: true }).extend({
  /** Who writes its text, the first one named first. */
  responsible: OrganisationList,
});
export type DirectionFields = z.infer<typeof DirectionFields>;

export const IndicatorFields = Indicator.pick({
  title: true,
  forms: true,
  aggregation: true,
  overStep: true,
  partOf: true,
});
export type IndicatorFields = z.infer<typeof IndicatorFields>;

/** As many as are pasted in one go; more come as a file. */
export const maxBudgetChanges = 2_000;

/** `from` null adds a line, `to` null removes it; a line's key is changed by both. */
export const BudgetLineChange = z
  .object({ from: BudgetLine.nullable(), to: BudgetLine.nullable() })
  .refine(({ from, to }) => from !== null || to !== null);
export type BudgetLineChange = z.infer<typeof BudgetLineChange>;
/** A choice offers something, and nothing twice; no other kind offers anything. */
export const ColumnFields = ExtraColumn.pick({
  title: true,
  kind: true,
  options: true,
  isRequired: true,
})
  .refine(({ title }) => simplifyTitle(title) !== '', { path: ['title'] })
  // Amounts are hryvnias everywhere; a file with such a title would be read as one of thousands.
  .refine(
    ({ kind, title }) => kind !== 'money' || !/тис\.?|тисяч|thousand|млн|мільйон|million/iu.test(title),
    {
      path: ['title'],
    },
  )
  .refine(({ kind, options }) => (kind === 'choice') === options.length > 0, { path: ['options'] })
  .refine(({ options }) => new Set(options).size === options.length, { path: ['options'] });
export type ColumnFields = z.infer<typeof ColumnFields>;

const Table = z.enum(tableKinds);

export const StructureEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('direction.add'), fields: DirectionFields }),
  z.object({
    kind: z.literal('direction.change'),
    directionId: DirectionId,
    from: DirectionFields,
    to: DirectionFields,
  }),
  z.object({ kind: z.literal('direction.remove'), directionId: DirectionId }),
  /** All of them in their new order; they share out the numbers that there are. */
  z.object({ kind: z.literal('directions.order'), order: DirectionList }),
  z.object({
    kind: z.literal('indicator.add'),
    directionId: DirectionId,
    /** Null: made from the title. */
    key: Indicator.shape.key.nullable(),
    fields: IndicatorFields,
  }),
  z.object({
    kind: z.literal('indicator.change'),
    indicatorId: IndicatorId,
    from: IndicatorFields,
    to: IndicatorFields,
  }),
  z.object({ kind: z.literal('indicator.remove'), indicatorId: IndicatorId }),
  /** All of one direction in their new order. */
  z.object({ kind: z.literal('indicators.order'), directionId: DirectionId, order: IndicatorList }),
  /** An organisation takes part from here on: it gets an empty sheet. */
  z.object({ kind: z.literal('organisation.join'), organisationId: OrganisationId }),
  z.object({ kind: z.literal('organisation.leave'), organisationId: OrganisationId }),
  z.object({ kind: z.literal('organisations.order'), order: OrganisationList }),
  /** Several lines of the approved plan at once, all or none. */
  z.object({
    kind: z.literal('budget.change'),
    changes: z.array(BudgetLineChange).min(1).max(maxBudgetChanges),
  }),
  z.object({ kind: z.literal('column.add'), table: Table, fields: ColumnFields }),
  z.object({
    kind: z.literal('column.change'),
    columnId: ColumnId,
    from: ColumnFields,
    /** Another kind only while nothing stands in the column. */
    to: ColumnFields,
  }),
  z.object({ kind: z.literal('column.remove'), columnId: ColumnId }),
  /** All that were added to one table in their new order. */
  z.object({
    kind: z.literal('columns.order'),
    table: Table,
    order: z.array(ColumnId).max(maxColumnsOfTable),
  }),
  z.object({ kind: z.literal('correction.add'), fields: CorrectionFields }),
  z.object({
    kind: z.literal('correction.change'),
    correctionId: CorrectionId,
    from: CorrectionFields,
    to: CorrectionFields,
  }),
  z.object({
    kind: z.literal('correction.remove'),
    correctionId: CorrectionId,
    from: CorrectionFields,
  }),
  z.object({ kind: z.literal('corrections.order'), order: z.array(CorrectionId).max(maxCorrections) }),
]);
export type StructureEdit = z.infer<typeof StructureEdit>;
