import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { NewReport, Storage } from '#server/storage/Storage.ts';
import type { ReportCreateRequest } from '#shared/api/structure.ts';
import { narrativeName } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, ProgrammeId, ReportId, type UserId } from '#shared/model/ids.ts';
import { type Programme, readReportUnit } from '#shared/model/structure.ts';
import { encodeNarrative } from '#shared/narrative/encodeNarrative.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

type Parts = {
  storage: Pick<Storage, 'reports'>;
  collaboration: Pick<Collaboration, 'readReport' | 'importUpdate' | 'accessChanged'>;
};

/**
 * Makes a report, empty or after another one, and gives its id. Directions, indicators and columns keep their ids,
 * which are unique within one report: so every figure of a text that is taken over shows the new year.
 *
 * Texts are written first, into documents of a report that is not there yet and that nobody can open; then
 * the report appears in one transaction. A crash in between leaves no half of a report.
 * AppError `report.exists`, `report.unknown`, `programme.unknown`.
 */
export async function createReport(
  { storage, collaboration }: Parts,
  request: ReportCreateRequest,
  userId: UserId,
): Promise<ReportId> {
  const programme = await findProgramme(storage, request.programme);
  const reports = await storage.reports.list();
  const isTaken = reports.some(
    ({ report }) => report.programmeId === programme.id && report.year === request.year,
  );
  if (isTaken) throw new AppError('report.exists');
  const reportId = ReportId.parse(createId());
  const { year, title, signatoryPosition, signatoryName, unit, from } = request;
  const source = from === null ? null : await collaboration.readReport(from.reportId);
  if (from !== null && source === null) throw new AppError('report.unknown');
  if (from?.withTexts && source !== null) {
    for (const [directionId, narrative] of source.narratives) {
      await collaboration.importUpdate(
        narrativeName(reportId, directionId),
        encodeNarrative(narrative),
        userId,
      );
    }
  }
  await storage.reports.create({
    programme,
    report: {
      id: reportId,
      programmeId: programme.id,
      year,
      title,
      signatoryPosition,
      signatoryName,
      unit: unit ?? (source === null ? 'uah' : readReportUnit(source.structure.report)),
      // The note about an example speaks of its rows, and none of them come along.
      isExample: false,
    },
    ...takeOver(source, reportId),
    ...(from?.withPlan && source !== null && { budget: source.structure.budget }),
    ...(from?.withPeople && { membershipsOf: from.reportId }),
  });
  collaboration.accessChanged(null);
  return reportId;
}

async function findProgramme(
  { reports }: Parts['storage'],
  wanted: ReportCreateRequest['programme'],
): Promise<Programme> {
  if (wanted.is === 'new') {
    const { is: _, ...programme } = wanted;
    return { id: ProgrammeId.parse(createId()), ...programme };
  }
  const found = (await reports.listProgrammes()).find(({ id }) => id === wanted.programmeId);
  if (found === undefined) throw new AppError('programme.unknown');
  return found;
}

function takeOver(
  source: ReportContent | null,
  reportId: ReportId,
): Pick<NewReport, 'directions' | 'indicators' | 'organisations' | 'responsibilities' | 'columns'> {
  if (source === null) {
    return { directions: [], indicators: [], organisations: [], responsibilities: [], columns: [] };
  }
  const { directions, indicators, organisations, responsibilities, columns } = source.structure;
  return {
    directions: directions.map((direction) => ({ ...direction, reportId })),
    indicators: indicators.map((indicator) => ({ ...indicator, reportId })),
    organisations,
    responsibilities,
    columns: columns.map((column) => ({ ...column, reportId })),
  };
}
