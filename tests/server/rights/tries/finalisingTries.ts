import type { HttpTry } from '../Try.ts';

const report = '/api/reports/:reportId';
const version = `${report}/versions/:version`;
const firstVersion = { version: '1' };

/** Closing a report, its files and signatures, and links for readers. */
export const finalisingTries: readonly HttpTry[] = [
  { route: `get ${report}/finalising`, asks: 'report.read', meets: 200 },
  { route: `get ${report}/finalising/readiness`, asks: 'report.read', meets: 200 },
  { route: `post ${report}/finalising`, asks: 'report.finalise', body: {}, meets: 'finalising.sheets' },
  {
    route: `post ${report}/reopening`,
    asks: 'report.reopen',
    body: { reason: 'Помилка' },
    meets: 200,
  },
  {
    route: `get ${version}/files/:name`,
    asks: 'report.read',
    params: { ...firstVersion, name: 'manifest.json' },
    meets: ['finalising.version-unknown', 200],
  },
  {
    route: `get ${version}/package.zip`,
    asks: 'report.read',
    params: firstVersion,
    meets: ['finalising.version-unknown', 200],
  },
  {
    route: `post ${version}/signatures`,
    asks: 'report.publish',
    params: firstVersion,
    body: { name: 'a.p7s', manifestSha256: 'a'.repeat(64), base64: 'MAA=' },
    meets: ['finalising.version-unknown', 'signature.not-one'],
  },
  {
    route: `get ${version}/signatures/:signatureId`,
    asks: 'report.read',
    params: { ...firstVersion, signatureId: 'unknown' },
    meets: 'signature.unknown',
  },
  {
    route: `delete ${version}/signatures/:signatureId`,
    asks: 'report.publish',
    params: { ...firstVersion, signatureId: 'unknown' },
    meets: 'signature.unknown',
  },
  { route: `get ${report}/reader-links`, asks: 'report.publish', meets: 200 },
  {
    route: `post ${report}/reader-links`,
    asks: 'report.publish',
    body: { label: 'Рада', parts: ['html'], days: 7 },
    meets: ['reader-link.nothing', 201],
  },
  {
    route: `delete ${report}/reader-links/:linkId`,
    asks: 'report.publish',
    params: { linkId: 'unknown' },
    meets: 'reader-link.unknown',
  },
];
