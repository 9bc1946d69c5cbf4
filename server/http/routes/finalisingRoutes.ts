import type { FinaliseOptions } from '#server/finalising/createFinalisingDesk.ts';
import { zipPackage } from '#server/finalising/packVersion.ts';
import { readPackage } from '#server/finalising/readPackage.ts';
import { parseManifest } from '#server/finalising/readVersions.ts';
import { ReportParams } from '#shared/api/contract.ts';
import {
  FinaliseLine,
  FinaliseRequest,
  FinalisingAnswer,
  finalisingPaths,
  ReadinessAnswer,
  ReopenRequest,
  VersionFileParams,
  VersionParams,
} from '#shared/api/finalising.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { exportFormats } from '#shared/export/exportFormats.ts';
import { manifestName } from '#shared/finalising/manifest.ts';
import { type Route, userRoute } from '../Route.ts';

const ofReport = ['access.report', 'report.unknown'] as const satisfies ErrorCode[];
const contentTypes = [...new Set(Object.values(exportFormats).map(({ contentType }) => contentType))];

/** Closing a report with all its files, opening it again, and what was made of it. */
export const finalisingRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: finalisingPaths.finalising,
    summary:
      'Whether the report is finalised, which sheets stand in the way, and every version with its files.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.read', reportId }),
    answer: { status: 200, schema: FinalisingAnswer },
    errors: ofReport,
    handle: async ({ services, params }) => ({ body: await services.finalising.read(params.reportId) }),
  }),

  userRoute({
    method: 'get',
    path: finalisingPaths.readiness,
    summary:
      'What in the texts and the sums would refuse the final files, and what looks like personal data.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, schema: ReadinessAnswer },
    errors: [...ofReport, 'request.too-many', 'export.busy'],
    async handle({ services, caller, params, signal }) {
      await services.countExport(caller.actor.userId);
      return { body: await services.finalising.readReadiness(params.reportId, signal) };
    },
  }),

  userRoute({
    method: 'post',
    path: finalisingPaths.finalising,
    summary:
      'Makes every file of the report from one moment, stores them with a manifest, and closes the report; all or nothing.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.finalise', reportId }),
    body: FinaliseRequest,
    answer: { status: 200, schema: FinalisingAnswer, lines: FinaliseLine },
    errors: [
      ...ofReport,
      'access.coordinator-only',
      'access.finalised',
      'finalising.sheets',
      'finalising.empty',
      'finalising.changed',
      'finalising.busy',
      'request.too-many',
      'export.busy',
      'export.blocked',
      'export.not-footing',
      'export.personal-data',
    ],
    async handle({ services, caller, params, body, signal, wantsLines, confirm }) {
      await services.countExport(caller.actor.userId);
      const run = (onFile: FinaliseOptions['onFile']) =>
        services.finalising.finalise(caller.actor, params.reportId, body, { signal, confirm, onFile });
      if (wantsLines) return { lines: streamFinalising(run) };
      return { body: await run(() => undefined) };
    },
  }),

  userRoute({
    method: 'post',
    path: finalisingPaths.reopening,
    summary: 'Opens a finalised report again, for a reason; what was made of it stays.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.reopen', reportId }),
    body: ReopenRequest,
    answer: { status: 200, schema: FinalisingAnswer },
    errors: [...ofReport, 'access.coordinator-only', 'finalising.open'],
    handle: async ({ services, caller, params, body }) => ({
      body: await services.finalising.reopen(caller.actor, params.reportId, body.reason),
    }),
  }),

  userRoute({
    method: 'get',
    path: finalisingPaths.versionFile,
    summary: 'One file of a version, byte for byte as it was stored; manifest.json too.',
    params: VersionFileParams,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: [...contentTypes, 'application/json'] },
    errors: [...ofReport, 'finalising.version-unknown'],
    async handle({ services: { storage }, params: { reportId, version, name } }) {
      const versions = await storage.finalising.listVersions(reportId);
      const stored = versions.find((candidate) => candidate.version === version);
      if (stored === undefined) throw new AppError('finalising.version-unknown');
      if (name === manifestName) {
        return { file: { content: stored.manifest, contentType: 'application/json', fileName: name } };
      }
      const file = parseManifest(stored.manifest).files.find((candidate) => candidate.name === name);
      const content = file && (await storage.finalising.readFile(reportId, version, name));
      if (file === undefined || content == null) throw new AppError('finalising.version-unknown');
      return { file: { content, contentType: file.contentType, fileName: name } };
    },
  }),

  userRoute({
    method: 'get',
    path: finalisingPaths.package,
    summary: 'A version as one archive: manifest, files, sheets, signatures; `npm run verify` checks it.',
    params: VersionParams,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: ['application/zip'] },
    errors: [...ofReport, 'finalising.version-unknown', 'request.too-many'],
    async handle({ services, caller, params: { reportId, version } }) {
      await services.countExport(caller.actor.userId);
      const content = zipPackage(await readPackage(services.storage, reportId, version));
      const fileName = `Звіт_${reportId}_версія_${version}.zip`;
      return { file: { content, contentType: 'application/zip', fileName } };
    },
  }),
];

/** How far it is, file by file; the answer last. */
async function* streamFinalising(
  run: (onFile: FinaliseOptions['onFile']) => Promise<FinalisingAnswer>,
): AsyncGenerator<FinaliseLine> {
  const waiting: FinaliseLine[] = [];
  let wake = Promise.withResolvers<void>();
  let isDone = false;
  const result = run(({ done, total }) => {
    waiting.push({ type: 'progress', done, total });
    wake.resolve();
  }).finally(() => {
    isDone = true;
    wake.resolve();
  });
  // Its failure is awaited below.
  result.catch(() => undefined);
  while (!isDone || waiting.length > 0) {
    await wake.promise;
    wake = Promise.withResolvers();
    if (isDone) wake.resolve();
    yield* waiting.splice(0);
  }
  yield { type: 'answer', answer: await result };
}
