import type { HttpTry } from '../Try.ts';

/** Files of a report, and what is looked at before they leave. */
export const exportTries: readonly HttpTry[] = [
  ...['xlsx', 'docx', 'pdf', 'html', 'md'].map(
    (ending): HttpTry => ({
      route: `get /api/reports/:reportId/export.${ending}`,
      asks: 'report.export',
      query: '?draft=true',
      isStream: true,
      meets: 200,
    }),
  ),
  {
    route: 'get /api/reports/:reportId/export.csv',
    asks: 'report.export',
    query: '?table=activity',
    isStream: true,
    meets: 200,
  },
  {
    route: 'get /api/reports/:reportId/export.opendata.zip',
    asks: 'report.export',
    isStream: true,
    meets: 200,
  },
  { route: 'get /api/reports/:reportId/footing', asks: 'report.export', isStream: true, meets: 200 },
  { route: 'get /api/reports/:reportId/personal-data', asks: 'report.export', meets: 200 },
];
