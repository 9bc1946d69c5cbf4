import { z } from 'zod';
import { Author } from '../model/author.ts';
import { ReportId, VersionId } from '../model/ids.ts';
import { optionalText, typedLine } from '../model/typedText.ts';

/** Bodies of the routes of named versions: moments of a report that somebody gave a name. */

/** Of one report, those that were removed included. */
export const versionCountLimit = 500;

export const VersionParams = z.object({ reportId: ReportId, versionId: VersionId });

const Mark = z.object({ at: z.iso.datetime(), author: Author });

export const VersionAnswer = z.object({
  id: VersionId,
  name: z.string(),
  note: z.string(),
  /** Milliseconds by the server's clock: what had been accepted by then is the version. */
  moment: z.int(),
  /** Who named it. */
  created: Mark,
  /** Who took the name away; null as long as it stands. */
  removed: Mark.nullable(),
});
export type VersionAnswer = z.infer<typeof VersionAnswer>;

/** GET versions, and the answer of every change: the latest moment first. */
export const VersionList = z.object({ versions: z.array(VersionAnswer) });
export type VersionList = z.infer<typeof VersionList>;

/** POST versions. */
export const VersionRequest = z.object({
  name: typedLine(100),
  note: optionalText(1_000).default(''),
  /** Milliseconds; this moment when it is absent. One to come is refused: `version.to-come`. */
  moment: z.int().min(0).max(8_640_000_000_000_000).optional(),
});
export type VersionRequest = z.input<typeof VersionRequest>;
