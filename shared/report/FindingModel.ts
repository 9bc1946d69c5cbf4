import type { FindingSeverity } from '../checks/Finding.ts';
import type { FieldName } from '../model/fieldName.ts';
import type { OrganisationId, RowId } from '../model/ids.ts';
import type { TableKind } from '../model/rows.ts';

/** What a check found wrong, as a file prints it: of a row, of the totals or of the text. */
export type FindingModel = {
  /** `blocks`: a final file is refused while it stands. */
  severity: 'blocks' | FindingSeverity;
  /** Ukrainian: what is wrong, and what to do. */
  text: string;
  /** Whose it is; null where it is about no single organisation. */
  organisationId: OrganisationId | null;
  place: FindingPlace;
};

export type FindingPlace =
  | { in: 'row'; table: TableKind; rowId: RowId; field: FieldName | null }
  | { in: 'totals' }
  | { in: 'text'; directionNumber: number };
