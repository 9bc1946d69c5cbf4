import { AuthorNames } from '#server/collaboration/AuthorNames.ts';
import type { StoredReaderLink } from '#server/storage/FinalisingStore.ts';
import { ReportParams } from '#shared/api/contract.ts';
import {
  FinalisingAnswer,
  finalisingPaths,
  ReaderLinkAnswer,
  type ReaderLinkInfo,
  ReaderLinkList,
  ReaderLinkParams,
  ReaderLinkRequest,
  SignatureParams,
  SignatureRequest,
  VersionParams,
} from '#shared/api/finalising.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { isoTime } from '../presentSession.ts';
import { type Route, userRoute } from '../Route.ts';
import type { Services } from '../Services.ts';

const refusals = [
  'access.report',
  'access.coordinator-only',
  'report.unknown',
] as const satisfies ErrorCode[];
const publishes = ({ reportId }: { reportId: ReportId }) => ({ action: 'report.publish', reportId }) as const;

/** Signatures of versions, and links for readers without an account. */
export const publishingRoutes: readonly Route[] = [
  userRoute({
    method: 'post',
    path: finalisingPaths.signatures,
    summary: 'Attaches a signature that was made outside to a version; it is kept and not verified.',
    params: VersionParams,
    rights: publishes,
    body: SignatureRequest,
    bodyLimit: 2_000_000,
    answer: { status: 201, schema: FinalisingAnswer },
    errors: [
      ...refusals,
      'finalising.version-unknown',
      'signature.too-large',
      'signature.not-one',
      'signature.other-version',
      'signature.twice',
    ],
    async handle({ services, caller, params, body }) {
      await services.signatures.attach(caller.actor.userId, params, body);
      return { body: await readTold(services, params.reportId) };
    },
  }),

  userRoute({
    method: 'get',
    path: finalisingPaths.signature,
    summary: 'A signature file, byte for byte; a withdrawn one too.',
    params: SignatureParams,
    rights: ({ reportId }) => ({ action: 'report.export', reportId }),
    answer: { status: 200, files: ['application/octet-stream'] },
    errors: ['access.report', 'signature.unknown'],
    async handle({ services: { storage }, params: { reportId, version, signatureId } }) {
      const all = await storage.finalising.listSignatures(reportId);
      const signature = all.find(({ id }) => id === signatureId);
      const content = await storage.finalising.readSignature(reportId, version, signatureId);
      if (signature === undefined || content === null) throw new AppError('signature.unknown');
      return { file: { content, contentType: 'application/octet-stream', fileName: signature.name } };
    },
  }),

  userRoute({
    method: 'delete',
    path: finalisingPaths.signature,
    summary: 'Withdraws a signature: it leaves the package, and is kept with who withdrew it.',
    params: SignatureParams,
    rights: publishes,
    answer: { status: 200, schema: FinalisingAnswer },
    errors: [...refusals, 'signature.unknown'],
    async handle({ services, caller, params }) {
      await services.signatures.withdraw(caller.actor.userId, params, params.signatureId);
      return { body: await readTold(services, params.reportId) };
    },
  }),

  userRoute({
    method: 'get',
    path: finalisingPaths.readerLinks,
    summary: 'The links by which people without an account see the report, never their secrets.',
    params: ReportParams,
    rights: publishes,
    answer: { status: 200, schema: ReaderLinkList },
    errors: refusals,
    handle: async ({ services, params: { reportId } }) => ({ body: await listLinks(services, reportId) }),
  }),

  userRoute({
    method: 'post',
    path: finalisingPaths.readerLinks,
    summary: 'Makes a link to the newest version for readers; its secret is shown this once.',
    params: ReportParams,
    rights: publishes,
    body: ReaderLinkRequest,
    answer: { status: 201, schema: ReaderLinkAnswer },
    errors: [...refusals, 'reader-link.nothing'],
    async handle({ services, caller, params: { reportId }, body }) {
      const { link, secret } = await services.readerLinks.make(caller.actor.userId, reportId, body);
      return { body: { secret, link: await present(link, new AuthorNames(services.storage)) } };
    },
  }),

  userRoute({
    method: 'delete',
    path: finalisingPaths.readerLink,
    summary: 'Withdraws a link; it opens nothing from this moment on.',
    params: ReaderLinkParams,
    rights: publishes,
    answer: { status: 200, schema: ReaderLinkList },
    errors: [...refusals, 'reader-link.unknown'],
    async handle({ services, params: { reportId, linkId } }) {
      await services.readerLinks.withdraw(reportId, linkId);
      return { body: await listLinks(services, reportId) };
    },
  }),
];

async function readTold({ finalising, collaboration }: Services, reportId: ReportId) {
  collaboration.structureChanged(reportId);
  return finalising.read(reportId);
}

async function listLinks({ readerLinks, storage }: Services, reportId: ReportId): Promise<ReaderLinkList> {
  const names = new AuthorNames(storage);
  const links = await readerLinks.list(reportId);
  return { links: await Promise.all(links.map((link) => present(link, names))) };
}

async function present(link: StoredReaderLink, names: AuthorNames): Promise<ReaderLinkInfo> {
  const { id, label, parts, opens, createdBy, createdAt, expiresAt, withdrawnAt, lastOpenedAt } = link;
  return {
    id,
    label,
    parts,
    opens,
    ...(await names.describe({ userId: createdBy, time: createdAt })),
    expiresAt: isoTime(expiresAt),
    withdrawnAt: withdrawnAt === null ? null : isoTime(withdrawnAt),
    lastOpenedAt: lastOpenedAt === null ? null : isoTime(lastOpenedAt),
  };
}
