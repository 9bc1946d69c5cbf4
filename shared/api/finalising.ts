import { z } from 'zod';
import { ManifestFile } from '../finalising/manifest.ts';
import { FootingCheck } from '../footing/FootingCheck.ts';
import { Author } from '../model/author.ts';
import { DirectionId, OrganisationId, ReportId } from '../model/ids.ts';
import { ReportStatus, SheetStatus } from '../model/structure.ts';
import { optionalText, typedLine, typedText } from '../model/typedText.ts';
import { Problem } from './contract.ts';

/** Bodies of the routes by which a report is closed, opened again and given to readers, for both sides. */

export const finalisingPaths = {
  finalising: '/api/reports/:reportId/finalising',
  readiness: '/api/reports/:reportId/finalising/readiness',
  reopening: '/api/reports/:reportId/reopening',
  versionFile: '/api/reports/:reportId/versions/:version/files/:name',
  package: '/api/reports/:reportId/versions/:version/package.zip',
  signatures: '/api/reports/:reportId/versions/:version/signatures',
  signature: '/api/reports/:reportId/versions/:version/signatures/:signatureId',
  readerLinks: '/api/reports/:reportId/reader-links',
  readerLink: '/api/reports/:reportId/reader-links/:linkId',
} as const;

const versionNumber = z.coerce.number().int().positive().max(1_000_000);
const recordId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
export const VersionParams = z.object({ reportId: ReportId, version: versionNumber });
export const VersionFileParams = VersionParams.extend({ name: z.string().min(1).max(200) });
export const SignatureParams = VersionParams.extend({ signatureId: recordId });
export const ReaderLinkParams = z.object({ reportId: ReportId, linkId: recordId });

const Mark = z.object({ at: z.iso.datetime(), author: Author });

/** Why a sheet stands in the way: it is not accepted, or not as it was accepted. */
export const SheetInTheWay = z.object({
  organisationId: OrganisationId,
  status: SheetStatus,
  isChanged: z.boolean(),
});
export type SheetInTheWay = z.infer<typeof SheetInTheWay>;

export const SignatureAnswer = Mark.extend({
  id: z.string(),
  name: z.string(),
  size: z.int(),
  sha256: z.string(),
  withdrawn: Mark.nullable(),
});
export type SignatureAnswer = z.infer<typeof SignatureAnswer>;

export const VersionAnswer = Mark.extend({
  version: z.int(),
  note: z.string(),
  manifestSha256: z.string(),
  files: z.array(ManifestFile),
  /** That the report was opened again after it, and why. */
  reopened: Mark.extend({ reason: z.string() }).nullable(),
  signatures: z.array(SignatureAnswer),
});
export type VersionAnswer = z.infer<typeof VersionAnswer>;

/** GET finalising, and the answer of every step. */
export const FinalisingAnswer = z.object({
  status: ReportStatus,
  sheets: z.array(SheetInTheWay),
  sheetCount: z.int(),
  /** The newest first. */
  versions: z.array(VersionAnswer),
});
export type FinalisingAnswer = z.infer<typeof FinalisingAnswer>;

/** GET readiness: what else stands in the way; takes as long as putting the report together. */
export const ReadinessAnswer = z.object({
  texts: z.array(z.object({ directionId: DirectionId, uk: z.string(), en: z.string() })),
  footing: z.array(FootingCheck),
  /** How many places look like personal data: they have to be looked at, and are published then. */
  personalData: z.int(),
});
export type ReadinessAnswer = z.infer<typeof ReadinessAnswer>;

/** POST finalising. */
export const FinaliseRequest = z.object({
  note: optionalText(2_000).default(''),
  personalData: z.enum(['ask', 'accepted']).default('ask'),
});
export type FinaliseRequest = z.input<typeof FinaliseRequest>;

/** One line of finalising that is asked for as `application/x-ndjson`. */
export const FinaliseLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ type: z.literal('answer'), answer: FinalisingAnswer }),
  z.object({ type: z.literal('problem'), problem: Problem }),
]);
export type FinaliseLine = z.infer<typeof FinaliseLine>;

/** POST reopening: why has to be said. */
export const ReopenRequest = z.object({ reason: typedText(2_000) });
export type ReopenRequest = z.input<typeof ReopenRequest>;

/** The largest signature: what certificates and stamps of time come to, many times over. */
export const maxSignatureBytes = 1_000_000;

/** POST signatures: a file made outside, in base64. */
export const SignatureRequest = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .regex(/^[^\\/\0]+\.(p7s|asice|asics|p7m|sig)$/iu),
  /** Of the version's manifest that it was made for. */
  manifestSha256: z.string().regex(/^[0-9a-f]{64}$/),
  base64: z.base64().min(1),
});
export type SignatureRequest = z.input<typeof SignatureRequest>;

/** What a reader may be shown: the report as a page, and which files. */
/** Pieces of the report's page; `html` is all of them. */
export const pagePieces = ['text', 'totals', 'activities', 'expenditures'] as const;
export type PagePiece = (typeof pagePieces)[number];

export const fileParts = ['docx', 'pdf', 'xlsx', 'csv', 'markdown', 'open-data'] as const;
export const readerParts = ['html', ...pagePieces, ...fileParts] as const;
export const ReaderPart = z.enum(readerParts);
export type ReaderPart = z.infer<typeof ReaderPart>;

export const ReaderLinkRequest = z.object({
  /** For whom it is, as the coordinator remembers it. */
  label: typedLine(200),
  parts: z.array(ReaderPart).min(1).max(readerParts.length),
  days: z.int().min(1).max(3_650),
});
export type ReaderLinkRequest = z.input<typeof ReaderLinkRequest>;

export const ReaderLinkInfo = Mark.extend({
  id: z.string(),
  label: z.string(),
  parts: z.array(ReaderPart),
  expiresAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
  opens: z.int(),
  lastOpenedAt: z.iso.datetime().nullable(),
});
export type ReaderLinkInfo = z.infer<typeof ReaderLinkInfo>;

/** The newest first. */
export const ReaderLinkList = z.object({ links: z.array(ReaderLinkInfo) });
export type ReaderLinkList = z.infer<typeof ReaderLinkList>;

/** POST reader-links: the only time the secret is shown; its address is `/r/<secret>`. */
export const ReaderLinkAnswer = z.object({ secret: z.string(), link: ReaderLinkInfo });
export type ReaderLinkAnswer = z.infer<typeof ReaderLinkAnswer>;
