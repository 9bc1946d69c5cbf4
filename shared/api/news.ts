import { z } from 'zod';
import { OrganisationId } from '../model/ids.ts';
import { TransitionAnswer } from './submission.ts';

/** Bodies of the routes that tell what changed since somebody last looked. */

/** Changes of a sheet that are counted; of more it is said that they are more. */
export const newsCountLimit = 1_000;

/** Steps of sheets in one answer, the latest of them. */
export const newsStepLimit = 200;

/** GET news: what others did since the moment, and nothing before the first time it was set. */
export const NewsAnswer = z.object({
  /** Milliseconds by the server's clock; null while it was never set. */
  since: z.int().nullable(),
  /** To be sent when all this was looked at: what comes meanwhile is not taken for seen. */
  now: z.int(),
  /** Sheets with changes, in the order of the report. */
  sheets: z.array(
    z.object({
      organisationId: OrganisationId,
      /** At most {@link newsCountLimit} are counted: that many are that many or more. */
      changes: z.int(),
      /** Rows that these are of. */
      rows: z.int(),
    }),
  ),
  /** The latest first. */
  steps: z.array(TransitionAnswer.extend({ organisationId: OrganisationId })),
});
export type NewsAnswer = z.infer<typeof NewsAnswer>;

/** PUT news: looked through up to here; an earlier moment than the one that stands changes nothing. */
export const NewsRequest = z.object({ time: z.int().min(0) });
export type NewsRequest = z.infer<typeof NewsRequest>;
