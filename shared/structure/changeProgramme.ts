import { z } from 'zod';
import { AppError } from '../errors/AppError.ts';
import { CalendarDate, Programme, ProgrammeAmendment } from '../model/structure.ts';

/** What may be changed about a programme. */
export const ProgrammeFields = Programme.pick({
  title: true,
  community: true,
  periodStart: true,
  periodEnd: true,
})
  .extend({
    /** Null while unknown, like the day. */
    decisionNumber: Programme.shape.decisionNumber.unwrap().nullable(),
    decisionDate: CalendarDate.nullable(),
    amendments: z.array(ProgrammeAmendment).max(100),
  })
  .refine(({ periodStart, periodEnd }) => periodStart <= periodEnd, { path: ['periodEnd'] });
export type ProgrammeFields = z.infer<typeof ProgrammeFields>;

export function readProgrammeFields(programme: Programme): ProgrammeFields {
  const { title, community, periodStart, periodEnd, decisionNumber, decisionDate, amendments } = programme;
  return {
    title,
    community,
    periodStart,
    periodEnd,
    decisionNumber: decisionNumber ?? null,
    decisionDate: decisionDate ?? null,
    amendments: amendments ?? [],
  };
}

/**
 * The programme as it is to stand, its amendments by day. AppError `structure.changed` when it stands
 * otherwise than whoever changes it believed, `programme.years` when a report is of a year outside of it,
 * `programme.amendment-twice`, `programme.amendment-early` for one before the programme was approved.
 */
export function changeProgramme(
  now: Programme,
  years: readonly number[],
  { from, to }: { from: ProgrammeFields; to: ProgrammeFields },
): Programme {
  if (JSON.stringify(readProgrammeFields(now)) !== JSON.stringify(readInOrder(from))) {
    throw new AppError('structure.changed');
  }
  const [first, last] = [to.periodStart, to.periodEnd].map((day) => Number(day.slice(0, 4)));
  const outside = years.filter((year) => year < Number(first) || year > Number(last));
  if (outside.length > 0) throw new AppError('programme.years', { years: outside.join(', ') });
  const { decisionNumber, decisionDate, amendments, ...plain } = readInOrder(to);
  const names = new Set<string>();
  for (const { number, date } of amendments) {
    const name = `${date} ${number}`;
    if (names.has(name)) throw new AppError('programme.amendment-twice', { number });
    if (decisionDate !== null && date < decisionDate) {
      throw new AppError('programme.amendment-early', { number });
    }
    names.add(name);
  }
  return {
    id: now.id,
    ...plain,
    ...(decisionNumber === null ? {} : { decisionNumber }),
    ...(decisionDate === null ? {} : { decisionDate }),
    ...(amendments.length === 0 ? {} : { amendments }),
  };
}

/** Keys in one order, amendments by day: what is the same is then the same text. */
function readInOrder(fields: ProgrammeFields): ProgrammeFields {
  const { title, community, periodStart, periodEnd, decisionNumber, decisionDate, amendments } = fields;
  return {
    title,
    community,
    periodStart,
    periodEnd,
    decisionNumber,
    decisionDate,
    amendments: amendments
      .map(({ number, date, subject }) => ({ number, date, subject }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}
