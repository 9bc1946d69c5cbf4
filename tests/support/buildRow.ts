import { OrganisationId, RowId } from '#shared/model/ids.ts';
import {
  type ActivityRow,
  type ActivityValues,
  buildEmptyValues,
  type ExpenditureRow,
  type ExpenditureValues,
} from '#shared/model/rows.ts';

/** An activity of organisation o1, empty save what is given. */
export function buildActivity(
  id: string,
  values: Partial<ActivityValues> = {},
  organisation = 'o1',
): ActivityRow {
  return {
    ...buildBase(id, organisation),
    kind: 'activity',
    values: { ...buildEmptyValues('activity'), ...values },
    flaws: {},
  };
}

/** An expenditure of organisation o1, empty save what is given. */
export function buildExpenditure(
  id: string,
  values: Partial<ExpenditureValues> = {},
  organisation = 'o1',
): ExpenditureRow {
  return {
    ...buildBase(id, organisation),
    kind: 'expenditure',
    values: { ...buildEmptyValues('expenditure'), ...values },
    flaws: {},
  };
}

function buildBase(id: string, organisation: string) {
  return { id: RowId.parse(id), organisationId: OrganisationId.parse(organisation), order: id };
}
