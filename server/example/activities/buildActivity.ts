import { type OrganisationId, RowId } from '#shared/model/ids.ts';
import { type ActivityValues, buildEmptyValues } from '#shared/model/rows.ts';
import type { Direction, Indicator, Organisation } from '#shared/model/structure.ts';

export type ExampleActivity = { id: RowId; organisationId: OrganisationId; values: ActivityValues };

/** What a row is about: its direction and, when it is counted, its indicator. */
export type Topic = { direction: Direction; indicator: Indicator | null };

type Details = Partial<Omit<ActivityValues, 'directionId' | 'indicatorId' | 'content' | 'period'>>;

/** A row of the activity table; done, unless `details` say otherwise. */
export function buildActivity(
  id: string,
  organisation: Organisation,
  { direction, indicator }: Topic,
  content: string,
  period: string,
  details: Details,
): ExampleActivity {
  return {
    id: RowId.parse(id),
    organisationId: organisation.id,
    values: {
      ...buildEmptyValues('activity'),
      directionId: direction.id,
      indicatorId: indicator?.id ?? null,
      content,
      period,
      state: 'done',
      ...details,
    },
  };
}

export const inPerson = { form: 'in-person' } as const;
export const online = { form: 'online' } as const;
export const mixed = { form: 'mixed' } as const;

/** Parts of 2020. */
export const spans = {
  q1: '2020-01-01/2020-03-31',
  q2: '2020-04-01/2020-06-30',
  q3: '2020-07-01/2020-09-30',
  q4: '2020-10-01/2020-12-31',
  h1: '2020-01-01/2020-06-30',
  h2: '2020-07-01/2020-12-31',
  year: '2020-01-01/2020-12-31',
} as const;
