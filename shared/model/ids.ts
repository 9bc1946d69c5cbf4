import { z } from 'zod';

/** Ids travel in document names and URLs, so they hold nothing that would need escaping there. */
const idText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/);

export const UserId = idText.brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

export const ReportId = idText.brand<'ReportId'>();
export type ReportId = z.infer<typeof ReportId>;

export const ProgrammeId = idText.brand<'ProgrammeId'>();
export type ProgrammeId = z.infer<typeof ProgrammeId>;

export const OrganisationId = idText.brand<'OrganisationId'>();
export type OrganisationId = z.infer<typeof OrganisationId>;

export const DirectionId = idText.brand<'DirectionId'>();
export type DirectionId = z.infer<typeof DirectionId>;

export const IndicatorId = idText.brand<'IndicatorId'>();
export type IndicatorId = z.infer<typeof IndicatorId>;

/** Unique over all sheets of all reports, so a row can be named without its sheet. */
export const RowId = idText.brand<'RowId'>();
export type RowId = z.infer<typeof RowId>;

/** A column that was added to a table of a report; kept when it is renamed. */
export const ColumnId = idText.brand<'ColumnId'>();
export type ColumnId = z.infer<typeof ColumnId>;

/** A correction of the totals; its row in the tables has the same id. */
export const CorrectionId = idText.brand<'CorrectionId'>();
export type CorrectionId = z.infer<typeof CorrectionId>;

/** A saved view of a table. */
export const VersionId = idText.brand<'VersionId'>();
export type VersionId = z.infer<typeof VersionId>;

export const ViewId = idText.brand<'ViewId'>();
export type ViewId = z.infer<typeof ViewId>;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 16 random characters of base 62: 95 bits, enough that two clients never choose the same id. */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  let id = '';
  for (const byte of bytes) {
    // Bytes past the last whole multiple of 62 would make the first letters likelier.
    if (byte < 248 && id.length < 16) id += alphabet[byte % 62];
  }
  return id.length === 16 ? id : createId();
}
