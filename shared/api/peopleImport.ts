import { z } from 'zod';
import { ReportId } from '../model/ids.ts';
import { ImportAnswer, ImportRequest } from './structure.ts';

/** POST import of people: a CSV file, and the report in which it gives roles. */
export const PeopleImportRequest = ImportRequest.extend({
  reportId: ReportId,
  /** How long the links of new people work. */
  days: z.int().min(1).max(30).default(7),
});
export type PeopleImportRequest = z.output<typeof PeopleImportRequest>;

/** With the links of the people who were added, in the order of the file: shown this once. Empty until it is written. */
export const PeopleImportAnswer = ImportAnswer.extend({
  links: z.array(
    z.object({ login: z.string(), name: z.string(), secret: z.string(), expiresAt: z.iso.datetime() }),
  ),
});
export type PeopleImportAnswer = z.infer<typeof PeopleImportAnswer>;
