import type { Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import { tryTakeReportStep } from '#shared/finalising/reportSteps.ts';
import type { DatabaseAccess, DatabaseDialect } from '../DatabaseAccess.ts';
import type {
  FinalisingStore,
  NewReportStep,
  NewVersion,
  StoredReportStep,
  StoredSignature,
  VersionBasis,
} from '../FinalisingStore.ts';
import { computeReportStepHash } from '../stepChain.ts';
import { isUniqueViolation } from '../storageError.ts';
import type { Tables } from '../Tables.ts';
import { findStructure } from './findStructure.ts';
import { listHeads } from './listHeads.ts';
import { lockReport } from './lockOpenReport.ts';

export function createFinalisingStore({ run, transact, dialect }: DatabaseAccess): FinalisingStore {
  return {
    close: (step, version, basis) =>
      transact(async (transaction) => {
        await lockStanding(transaction, dialect, step);
        await refuseChanged(transaction, step, basis);
        await insertVersion(transaction, step, version);
        return insertStep(transaction, step);
      }),

    reopen: (step) =>
      transact(async (transaction) => {
        await lockStanding(transaction, dialect, step);
        return insertStep(transaction, step);
      }),

    listSteps: async (reportId) => {
      const rows = await run((db) =>
        db
          .selectFrom('report_steps')
          .selectAll()
          .where('report_id', '=', reportId)
          .orderBy('number')
          .execute(),
      );
      return rows.map(toStep);
    },

    listVersions: async (reportId) => {
      const rows = await run((db) =>
        db
          .selectFrom('report_versions')
          .selectAll()
          .where('report_id', '=', reportId)
          .orderBy('version')
          .execute(),
      );
      return rows.map((row) => ({
        version: row.version,
        manifest: new Uint8Array(row.manifest),
        manifestSha256: row.manifest_sha256,
      }));
    },

    readFile: async (reportId, version, name) => {
      const row = await run((db) =>
        db
          .selectFrom('report_version_files')
          .select('content')
          .where('report_id', '=', reportId)
          .where('version', '=', version)
          .where('name', '=', name)
          .executeTakeFirst(),
      );
      return row ? new Uint8Array(row.content) : null;
    },

    attach: (signature, content) =>
      transact(async (transaction) => {
        const version = await transaction
          .selectFrom('report_versions')
          .select('version')
          .where('report_id', '=', signature.reportId)
          .where('version', '=', signature.version)
          .executeTakeFirst();
        if (version === undefined) throw new AppError('finalising.version-unknown');
        await transaction
          .insertInto('version_signatures')
          .values({
            id: signature.id,
            report_id: signature.reportId,
            version: signature.version,
            name: signature.name,
            sha256: signature.sha256,
            size: signature.size,
            content,
            attached_by: signature.attachedBy,
            attached_at: signature.attachedAt,
            withdrawn_by: signature.withdrawnBy,
            withdrawn_at: signature.withdrawnAt,
          })
          .execute();
      }).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new AppError('signature.twice', {}, { cause: error }) : error;
      }),

    listSignatures: async (reportId) => {
      const rows = await run((db) =>
        db
          .selectFrom('version_signatures')
          .select([
            'id',
            'report_id',
            'version',
            'name',
            'sha256',
            'size',
            'attached_by',
            'attached_at',
            'withdrawn_by',
            'withdrawn_at',
          ])
          .where('report_id', '=', reportId)
          .orderBy('version')
          .orderBy('attached_at')
          .orderBy('id')
          .execute(),
      );
      return rows.map(toSignature);
    },

    readSignature: async (reportId, version, id) => {
      const row = await run((db) =>
        db
          .selectFrom('version_signatures')
          .select('content')
          .where('report_id', '=', reportId)
          .where('version', '=', version)
          .where('id', '=', id)
          .executeTakeFirst(),
      );
      return row ? new Uint8Array(row.content) : null;
    },

    withdrawSignature: async ({ reportId, version, id }, userId, now) => {
      const result = await run((db) =>
        db
          .updateTable('version_signatures')
          .set({ withdrawn_by: userId, withdrawn_at: now })
          .where('report_id', '=', reportId)
          .where('version', '=', version)
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst(),
      );
      return result.numUpdatedRows > 0n;
    },
  };
}

async function lockStanding(
  transaction: Transaction<Tables>,
  dialect: DatabaseDialect,
  { reportId, step }: NewReportStep,
): Promise<void> {
  const status = await lockReport(transaction, dialect, reportId, 'alone');
  if (status === null) throw new AppError('report.unknown');
  if (tryTakeReportStep(status, step) !== null) return;
  throw new AppError(status === 'finalised' ? 'access.finalised' : 'finalising.open');
}

/** The steps of sheets are entries too, so that the heads say how these stand. */
async function refuseChanged(
  transaction: Transaction<Tables>,
  { reportId }: NewReportStep,
  { structure, heads }: VersionBasis,
): Promise<void> {
  const now = await findStructure(transaction, reportId);
  const headsNow = await listHeads(transaction, reportId);
  const isSame =
    JSON.stringify(now) === JSON.stringify(structure) &&
    headsNow.size === heads.size &&
    [...headsNow].every(([name, { sequence }]) => heads.get(name)?.sequence === sequence);
  if (!isSame) throw new AppError('finalising.changed');
}

async function insertVersion(
  transaction: Transaction<Tables>,
  { reportId, version }: NewReportStep,
  { manifest, manifestSha256, files }: NewVersion,
): Promise<void> {
  const key = { report_id: reportId, version };
  await transaction
    .insertInto('report_versions')
    .values({ ...key, manifest, manifest_sha256: manifestSha256 })
    .execute();
  for (const { name, content } of files) {
    await transaction
      .insertInto('report_version_files')
      .values({ ...key, name, content })
      .execute();
  }
}

/** A trigger gives the report its state. */
async function insertStep(transaction: Transaction<Tables>, step: NewReportStep): Promise<StoredReportStep> {
  const { reportId, version, userId, time, note } = step;
  const last = await transaction
    .selectFrom('report_steps')
    .select(['number', 'hash'])
    .where('report_id', '=', reportId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const made = await transaction
    .selectFrom('report_versions')
    .select('manifest_sha256')
    .where('report_id', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst();
  const taken = { ...step, number: (last?.number ?? 0) + 1 };
  const hash = computeReportStepHash(taken, made?.manifest_sha256 ?? '', last?.hash ?? null);
  await transaction
    .insertInto('report_steps')
    .values({
      report_id: reportId,
      number: taken.number,
      step: step.step,
      version,
      user_id: userId,
      time,
      note,
      hash,
    })
    .execute();
  return { ...taken, hash };
}

function toStep(row: Tables['report_steps']): StoredReportStep {
  return {
    reportId: row.report_id,
    number: row.number,
    step: row.step,
    version: row.version,
    userId: row.user_id,
    time: row.time,
    note: row.note,
    // A copy from before has no such column.
    hash: row.hash ?? null,
  };
}

function toSignature(row: Omit<Tables['version_signatures'], 'content'>): StoredSignature {
  return {
    id: row.id,
    reportId: row.report_id,
    version: row.version,
    name: row.name,
    sha256: row.sha256,
    size: row.size,
    attachedBy: row.attached_by,
    attachedAt: row.attached_at,
    withdrawnBy: row.withdrawn_by,
    withdrawnAt: row.withdrawn_at,
  };
}
