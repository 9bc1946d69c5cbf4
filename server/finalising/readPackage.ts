import type { Storage } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { layOutPackage, type Package } from './packVersion.ts';
import { parseManifest } from './readVersions.ts';

/** Everything that was stored of a version, with the signatures that stand. AppError `finalising.version-unknown`. */
export async function readPackage(
  { finalising, users }: Pick<Storage, 'finalising' | 'users'>,
  reportId: ReportId,
  version: number,
): Promise<Package> {
  const stored = (await finalising.listVersions(reportId)).find((one) => one.version === version);
  if (stored === undefined) throw new AppError('finalising.version-unknown');
  const files = new Map<string, Uint8Array>();
  for (const { name } of parseManifest(stored.manifest).files) {
    files.set(name, must(await finalising.readFile(reportId, version, name), name));
  }
  const standing = (await finalising.listSignatures(reportId)).filter(
    (signature) => signature.version === version && signature.withdrawnAt === null,
  );
  const signatureFiles = new Map<string, Uint8Array>();
  const signatures = [];
  for (const [index, signature] of standing.entries()) {
    const name = `signatures/${index + 1}-${signature.name}`;
    signatureFiles.set(name, must(await finalising.readSignature(reportId, version, signature.id), name));
    signatures.push({
      name,
      sha256: signature.sha256,
      size: signature.size,
      attachedAt: new Date(signature.attachedAt).toISOString(),
      attachedBy: {
        id: signature.attachedBy,
        name: (await users.findById(signature.attachedBy))?.name ?? null,
      },
    });
  }
  const list = { format: 'zvit-signatures-1' as const, manifestSha256: stored.manifestSha256, signatures };
  return layOutPackage({ manifest: stored.manifest, files, signatures: list, signatureFiles });
}
