import { buildPath } from '#client/api/client.ts';
import type { ExportFile } from '#shared/export/ExportFile.ts';
import { exportFormats } from '#shared/export/exportFormats.ts';
import type { ReportId } from '#shared/model/ids.ts';

export type ExportUrlOptions = { isDraft?: boolean; isPersonalDataAccepted?: boolean };

/** Where the server makes this file. */
export function exportUrl(
  reportId: ReportId,
  file: ExportFile,
  { isDraft, isPersonalDataAccepted }: ExportUrlOptions = {},
): string {
  const query = new URLSearchParams();
  if (file.format === 'csv') {
    query.set('table', file.table);
    query.set('flavour', file.flavour);
  }
  if (isDraft === true) query.set('draft', 'true');
  if (isPersonalDataAccepted === true) query.set('personalData', 'accepted');
  const path = buildPath(exportFormats[file.format].path, { reportId });
  return query.size === 0 ? path : `${path}?${query}`;
}
