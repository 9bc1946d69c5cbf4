import { z } from 'zod';
import { DirectionId, IndicatorId, OrganisationId } from '../model/ids.ts';
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
]);
export type StructureEdit = z.infer<typeof StructureEdit>;
