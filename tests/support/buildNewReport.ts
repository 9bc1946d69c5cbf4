import type { NewReport } from '#server/storage/Storage.ts';
import { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import { buildReportStructure } from './buildReportStructure.ts';

/** The report `report` of {@link buildReportStructure}; d1 is written by o2 and o1, d2 by o1, d3 by nobody. */
export function buildNewReport(): NewReport {
  const { report, programme, directions, indicators, organisations } = buildReportStructure();
  const responsible = [
    ['d1', 'o2'],
    ['d1', 'o1'],
    ['d2', 'o1'],
  ] as const;
  return {
    report,
    programme,
    directions,
    indicators,
    organisations,
    responsibilities: responsible.map(([direction, organisation]) => ({
      directionId: DirectionId.parse(direction),
      organisationId: OrganisationId.parse(organisation),
    })),
  };
}
