import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { ordersBetween } from '#shared/sheet/order.ts';
import type { NewRow } from '#shared/sheet/sheetDocument.ts';
import { activities2020 } from './activities/activities2020.ts';
import { expenditures2020 } from './expenditures2020.ts';
import { structure2020 } from './structure2020.ts';

/** The rows of each organisation of the 2020 example, in the order of its sheet. */
export function buildExampleSheets(): { organisationId: OrganisationId; rows: NewRow[] }[] {
  return structure2020.organisations.map(({ id }) => {
    const activities = activities2020.filter(({ organisationId }) => organisationId === id);
    const expenditures = expenditures2020.filter(({ organisationId }) => organisationId === id);
    const activityOrders = ordersBetween(null, null, activities.length);
    const expenditureOrders = ordersBetween(null, null, expenditures.length);
    return {
      organisationId: id,
      rows: [
        ...activities.map(
          (row, index): NewRow => ({
            id: row.id,
            kind: 'activity',
            order: activityOrders[index] ?? '',
            values: row.values,
          }),
        ),
        ...expenditures.map(
          (row, index): NewRow => ({
            id: row.id,
            kind: 'expenditure',
            order: expenditureOrders[index] ?? '',
            values: row.values,
          }),
        ),
      ],
    };
  });
}

/** The same rows as they read back out of the sheets. */
export function buildExampleRows(): Row[] {
  return buildExampleSheets().flatMap(({ organisationId, rows }) =>
    rows.map((row) => ({ ...row, organisationId, flaws: {} }) as Row),
  );
}

/** The structure as the storage answers it: every organisation takes part, every sheet is a draft. */
export function buildExampleStructure(): ReportStructure {
  const { report, programme, directions, indicators, organisations, responsibilities } = structure2020;
  return {
    report,
    programme,
    directions,
    indicators,
    organisations,
    sheets: organisations.map(({ id }) => ({ organisationId: id, status: 'draft' })),
    responsibilities,
    budget: [],
    columns: [],
    corrections: [],
  };
}
