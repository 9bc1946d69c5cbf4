import { DirectionId, OrganisationId, ReportId } from '../model/ids.ts';

/** The Yjs documents there are. This file alone knows how their names are written. */
export type DocumentAddress =
  | { type: 'sheet'; reportId: ReportId; organisationId: OrganisationId }
  | { type: 'narrative'; reportId: ReportId; directionId: DirectionId };

export function sheetName(reportId: ReportId, organisationId: OrganisationId): string {
  return `sheet/${reportId}/${organisationId}`;
}

export function narrativeName(reportId: ReportId, directionId: DirectionId): string {
  return `narrative/${reportId}/${directionId}`;
}

/** Null for anything that is not exactly the name of a document; whether it exists is for the caller to ask. */
export function tryParseDocumentName(name: string): DocumentAddress | null {
  // The limit keeps a hostile name of a million slashes from becoming a million texts.
  const [type, report, part, ...rest] = name.split('/', 4);
  if (rest.length > 0) return null;
  const reportId = ReportId.safeParse(report);
  if (!reportId.success) return null;
  if (type === 'sheet') {
    const organisationId = OrganisationId.safeParse(part);
    return organisationId.success
      ? { type, reportId: reportId.data, organisationId: organisationId.data }
      : null;
  }
  if (type === 'narrative') {
    const directionId = DirectionId.safeParse(part);
    return directionId.success ? { type, reportId: reportId.data, directionId: directionId.data } : null;
  }
  return null;
}
