import { unzipSync } from 'fflate';
import type { Storage } from '#server/storage/Storage.ts';
import { maxSignatureBytes, type SignatureRequest } from '#shared/api/finalising.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { manifestName } from '#shared/finalising/manifest.ts';
import { createId, type ReportId, type UserId } from '#shared/model/ids.ts';
import { looksLikeSignature } from './looksLikeSignature.ts';
import { sha256 } from './sha256.ts';

type Version = { reportId: ReportId; version: number };

/** Signatures of versions, made outside. They are kept and handed on, and not verified. */
export type SignatureDesk = {
  /**
   * AppError `finalising.version-unknown`, `signature.too-large`, `signature.not-one`,
   * `signature.other-version`, `signature.twice`.
   */
  attach(userId: UserId, version: Version, request: SignatureRequest): Promise<void>;
  /** AppError `signature.unknown`. The file is kept. */
  withdraw(userId: UserId, version: Version, id: string): Promise<void>;
};

export function createSignatureDesk(
  { finalising }: Pick<Storage, 'finalising'>,
  now: () => number,
): SignatureDesk {
  return {
    async attach(userId, { reportId, version }, { name, manifestSha256, base64 }) {
      const content = new Uint8Array(Buffer.from(base64, 'base64'));
      if (content.byteLength > maxSignatureBytes) {
        throw new AppError('signature.too-large', { limit: maxSignatureBytes / 1000 });
      }
      const versions = await finalising.listVersions(reportId);
      const signed = versions.find((stored) => stored.version === version);
      if (signed === undefined) throw new AppError('finalising.version-unknown');
      if (!looksLikeSignature(content)) throw new AppError('signature.not-one');
      const enclosed = readEnclosedManifest(content);
      const isOfOther = enclosed !== null && sha256(enclosed) !== signed.manifestSha256;
      if (manifestSha256 !== signed.manifestSha256 || isOfOther) {
        throw new AppError('signature.other-version');
      }
      const attached = { attachedBy: userId, attachedAt: now(), withdrawnBy: null, withdrawnAt: null };
      const file = { name, size: content.byteLength, sha256: sha256(content) };
      await finalising.attach({ id: createId(), reportId, version, ...file, ...attached }, content);
    },

    async withdraw(userId, { reportId, version }, id) {
      const isDone = await finalising.withdrawSignature({ reportId, version, id }, userId, now());
      if (!isDone) throw new AppError('signature.unknown');
    },
  };
}

/** An ASiC container carries what it signs. */
function readEnclosedManifest(content: Uint8Array): Uint8Array | null {
  if (content[0] !== 0x50) return null;
  const files = unzipSync(content, {
    filter: ({ name, originalSize }) => name === manifestName && originalSize <= 10_000_000,
  });
  return files[manifestName] ?? null;
}
