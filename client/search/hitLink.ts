import { directionLink, paragraphLink, rowLink, rowsLink } from '#client/app/links.ts';
import type { SearchHit } from '#shared/api/search.ts';
import type { ReportId } from '#shared/model/ids.ts';

/** The very cell, paragraph or section. */
export function hitLink(reportId: ReportId, hit: SearchHit): string {
  switch (hit.kind) {
    case 'row':
      return rowLink(reportId, hit.table, hit.rowId, hit.field);
    case 'text':
      return paragraphLink(reportId, hit.directionId, hit.path);
    case 'direction':
      return directionLink(reportId, hit.directionId);
    case 'organisation':
      return rowsLink(reportId, 'activity', { organisationId: hit.organisationId });
  }
}
