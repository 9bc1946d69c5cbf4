import type { HttpTry } from '../Try.ts';

/** Who did what when, and what was there then. */
export const historyTries: readonly HttpTry[] = [
  { route: 'get /api/reports/:reportId/history', asks: 'report.read', meets: 200 },
  { route: 'get /api/reports/:reportId/past-rows', asks: 'report.read', query: '?time=1', meets: 200 },
  { route: 'get /api/reports/:reportId/journal-check', asks: 'report.oversee', meets: 200 },
  { route: 'get /api/reports/:reportId/moments', asks: 'report.read', meets: 200 },
  {
    route: 'get /api/reports/:reportId/comparison',
    asks: 'report.read',
    query: '?beforeTime=0',
    meets: 200,
  },
];
