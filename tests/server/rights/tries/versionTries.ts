import type { HttpTry } from '../Try.ts';

const report = '/api/reports/:reportId';

/** Moments of a report that have names, and what changed since one last looked. */
export const versionTries: readonly HttpTry[] = [
  { route: `get ${report}/news`, asks: 'report.read', meets: 200 },
  { route: `put ${report}/news`, asks: 'report.read', body: { time: 1 }, meets: 200 },
  { route: `get ${report}/versions`, asks: 'report.read', meets: 200 },
  {
    route: `post ${report}/versions`,
    asks: 'report.oversee',
    body: { name: 'До наради', moment: 8_640_000_000_000_000 },
    meets: 'version.to-come',
  },
  {
    route: `delete ${report}/versions/:versionId`,
    asks: 'report.oversee',
    params: { versionId: 'unknown' },
    meets: 'version.unknown',
  },
];
