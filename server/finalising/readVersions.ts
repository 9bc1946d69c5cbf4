import { AuthorNames } from '#server/collaboration/AuthorNames.ts';
import type { StoredSignature } from '#server/storage/FinalisingStore.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { SignatureAnswer, VersionAnswer } from '#shared/api/finalising.ts';
import { Manifest } from '#shared/finalising/manifest.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';

export function parseManifest(bytes: Uint8Array): Manifest {
  return Manifest.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** Every version of a report, the newest first: when and by whom it was made and left, and what belongs to it. */
export async function readVersions(storage: Storage, reportId: ReportId): Promise<VersionAnswer[]> {
  const { finalising } = storage;
  const steps = await finalising.listSteps(reportId);
  const signatures = await finalising.listSignatures(reportId);
  const names = new AuthorNames(storage);
  const answers: VersionAnswer[] = [];
  for (const stored of (await finalising.listVersions(reportId)).toReversed()) {
    const { version, manifestSha256 } = stored;
    const ofVersion = steps.filter((step) => step.version === version);
    const made = must(
      ofVersion.find(({ step }) => step === 'finalise'),
      'the step of a version',
    );
    const left = ofVersion.find(({ step }) => step === 'reopen');
    answers.push({
      version,
      manifestSha256,
      note: made.note,
      ...(await names.describe(made)),
      files: parseManifest(stored.manifest).files,
      reopened: left === undefined ? null : { reason: left.note, ...(await names.describe(left)) },
      signatures: await Promise.all(
        signatures
          .filter((signature) => signature.version === version)
          .map((signature) => describeSignature(signature, names)),
      ),
    });
  }
  return answers;
}

async function describeSignature(signature: StoredSignature, names: AuthorNames): Promise<SignatureAnswer> {
  const { id, name, size, sha256, attachedAt, attachedBy, withdrawnAt, withdrawnBy } = signature;
  const withdrawn = withdrawnAt === null ? null : { userId: withdrawnBy, time: withdrawnAt };
  return {
    id,
    name,
    size,
    sha256,
    ...(await names.describe({ userId: attachedBy, time: attachedAt })),
    withdrawn: withdrawn && (await names.describe(withdrawn)),
  };
}
