import type { OrganisationId } from '#shared/model/ids.ts';
import type { ImportTarget } from '../columns/ImportTarget.ts';

/** What a person has said about a file, as far as it decides which line becomes what. */
export type ImportSetup = {
  /** Null for a CSV file. */
  sheetName: string | null;
  /** What each column asked for is, in the order of the cells of a row, with its place in the file. */
  columns: readonly { column: number; target: ImportTarget }[];
  takesHidden: boolean;
  takesTotals: boolean;
  /** Whose the lines are that name this text as their organisation, where the report knows no such. */
  organisations: ReadonlyMap<string, OrganisationId>;
  /** Whose the lines are that name nobody; null when it has not been said. */
  ownOrganisationId: OrganisationId | null;
  /** Lines with the id of a row that is not there (any more) become new rows. */
  addsUnknown: boolean;
};

/** An organisation as the file names it. */
export type NamedOrganisation = {
  readonly text: string;
  /** Null when the report has no such organisation. */
  readonly organisationId: OrganisationId | null;
  /** New lines of it. */
  count: number;
};
