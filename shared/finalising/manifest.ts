import { z } from 'zod';
import { OrganisationId, ReportId, UserId } from '../model/ids.ts';

/** Begins every manifest; another way of writing it would have another name. */
export const manifestFormat = 'zvit-manifest-1';

export const manifestName = 'manifest.json';
export const signatureListName = 'signatures.json';

/** Beside a list of hashes stands its own: `<hex>  manifest.json`, as `sha256sum` writes and checks it. */
export function checksumNameOf(name: string): string {
  return name.replace(/\.json$/, '.sha256');
}

export function formatChecksum(sha256: string, name: string): string {
  return `${sha256}  ${name}\n`;
}

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Kopiykas as decimal digits. */
const Minor = z.string().regex(/^-?\d{1,30}$/);
/** Within the package: no way out of it. */
const FileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(?![./])(?!.*\/\.)[^\\\0]+$/u);

/** A file of a version: how large it is, and the hash of its bytes. */
export const ManifestFile = z.strictObject({
  name: FileName,
  contentType: z.string(),
  size: z.int().nonnegative(),
  sha256: Sha256,
});
export type ManifestFile = z.infer<typeof ManifestFile>;

/**
 * What was made when a report was finalised: from which moment, by whom, and the hash of everything that
 * belongs to it. `docs/DATA-FORMAT.md` describes it.
 */
export const Manifest = z.strictObject({
  format: z.literal(manifestFormat),
  product: z.strictObject({ name: z.literal('Zvit'), version: z.string() }),
  report: z.strictObject({
    id: ReportId,
    year: z.int(),
    title: z.string(),
    programme: z.string(),
    community: z.string(),
  }),
  version: z.int().positive(),
  finalisedAt: z.iso.datetime(),
  finalisedBy: z.strictObject({ id: UserId, name: z.string() }),
  note: z.string(),
  /** SHA-256 of the manifest of the version before this one. */
  previous: z.strictObject({ version: z.int().positive(), sha256: Sha256 }).nullable(),
  totals: z.strictObject({
    plannedMinor: Minor,
    actualMinor: Minor,
    expenditures: z.int().nonnegative(),
    /** What of them is corrections, which stand in no sheet; absent while there are none. */
    corrections: z
      .strictObject({ plannedMinor: Minor, actualMinor: Minor, expenditures: z.int().nonnegative() })
      .optional(),
  }),
  /** Each document whose journal has entries: the last of them, and the hash that ends its chain. */
  documents: z.array(z.strictObject({ name: z.string(), sequence: z.int().positive(), chainHash: Sha256 })),
  sheets: z.array(
    z.strictObject({
      organisationId: OrganisationId,
      organisation: z.string(),
      acceptedAt: z.iso.datetime(),
      acceptedBy: z.strictObject({ id: UserId, name: z.string().nullable() }),
      /** Of the sheet's canonical text, as it was accepted: the SHA-256 of `file`. */
      contentHash: Sha256,
      file: FileName,
    }),
  ),
  files: z.array(ManifestFile),
});
export type Manifest = z.infer<typeof Manifest>;

/** The signatures that stood when the package was put together. */
export const SignatureList = z.strictObject({
  format: z.literal('zvit-signatures-1'),
  /** Of the manifest that they belong to. */
  manifestSha256: Sha256,
  signatures: z.array(
    z.strictObject({
      name: FileName,
      sha256: Sha256,
      size: z.int().nonnegative(),
      attachedAt: z.iso.datetime(),
      attachedBy: z.strictObject({ id: UserId, name: z.string().nullable() }),
    }),
  ),
});
export type SignatureList = z.infer<typeof SignatureList>;

/** Where the canonical text of a sheet stands in a package. */
export function sheetFileName(organisationId: OrganisationId): string {
  return `sheets/${organisationId}.txt`;
}
