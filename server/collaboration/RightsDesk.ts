import type { SessionResolver } from '#server/accounts/SessionResolver.ts';
import type { ReportStore } from '#server/storage/Storage.ts';
import { can } from '#shared/access/can.ts';
import { type DocumentAddress, tryParseDocumentName } from '#shared/documents/documentName.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Credentials } from './ConnectionContext.ts';

export type Admission = {
  address: DocumentAddress;
  /** Null when the person may write; otherwise why not. */
  writeRefusal: ErrorCode | null;
};

/** The one place where it is decided who may open which document, and whether to write. */
export type RightsDesk = {
  /** @throws AppError session.required, token.invalid */
  identify(credentials: Credentials): Promise<Actor>;
  /** @throws AppError document.unknown, access.report */
  admit(actor: Actor, documentName: string): Promise<Admission>;
  /** Raised with every change of anybody's rights, so that what was decided before can be told apart. */
  epoch: number;
};

export function createRightsDesk(reports: ReportStore, sessions: SessionResolver): RightsDesk {
  return {
    epoch: 0,

    async identify(credentials) {
      if (credentials.type === 'token') {
        const resolved = await sessions.resolveToken(credentials.token);
        if (!resolved) throw new AppError('token.invalid');
        return resolved.actor;
      }
      const resolved = await sessions.resolveCookie(credentials.header);
      if (!resolved) throw new AppError('session.required');
      return resolved.actor;
    },

    async admit(actor, documentName) {
      const address = tryParseDocumentName(documentName);
      if (!address) throw new AppError('document.unknown');
      const read = can(actor, { action: `${address.type}.read`, reportId: address.reportId });
      // Before asking whether it exists: a stranger learns nothing about which reports there are.
      if (!read.allowed) throw new AppError(read.reason);
      const write = await decideWrite(reports, actor, address);
      return { address, writeRefusal: write.allowed ? null : write.reason };
    },
  };
}

async function decideWrite(reports: ReportStore, actor: Actor, address: DocumentAddress) {
  const { reportId } = address;
  const reportStatus = (await reports.findStatus(reportId)) ?? 'open';
  if (address.type === 'sheet') {
    const { organisationId } = address;
    const status = await reports.findSheetStatus(reportId, organisationId);
    if (status === null) throw new AppError('document.unknown');
    return can(actor, { action: 'sheet.write', reportId, reportStatus, organisationId, status });
  }
  const responsible = await reports.findResponsible(reportId, address.directionId);
  if (responsible === null) throw new AppError('document.unknown');
  return can(actor, { action: 'narrative.write', reportId, reportStatus, responsible });
}
