import type { Migration } from 'kysely/migration';
import type { DatabaseDialect } from '../DatabaseAccess.ts';
import { addMail } from './addMail.ts';
import { addOrganisationCode } from './addOrganisationCode.ts';
import { addProgrammeAmendments } from './addProgrammeAmendments.ts';
import { addProgrammeDecision } from './addProgrammeDecision.ts';
import { addReportUnit } from './addReportUnit.ts';
import { addSignatoryName } from './addSignatoryName.ts';
import { addStepHashes } from './addStepHashes.ts';
import { createBudgetTable } from './createBudgetTable.ts';
import { createColumnTable } from './createColumnTable.ts';
import { createCommentTables } from './createCommentTables.ts';
import { createCorrectionTable } from './createCorrectionTable.ts';
import { createHistoryTables } from './createHistoryTables.ts';
import { createIdentityTable } from './createIdentityTable.ts';
import { createInitialTables } from './createInitialTables.ts';
import { createLinkTable } from './createLinkTable.ts';
import { createLookTable } from './createLookTable.ts';
import { createNoticeTables } from './createNoticeTables.ts';
import { createReportSteps } from './createReportSteps.ts';
import { createReportVersions } from './createReportVersions.ts';
import { createSecondFactorTables } from './createSecondFactorTables.ts';
import { createSubmissionTables } from './createSubmissionTables.ts';
import { createVersionTable } from './createVersionTable.ts';
import { createViewTables } from './createViewTables.ts';
import { guardTalkAndJournal } from './guardTalkAndJournal.ts';

/**
 * In order of their names. A migration only adds: a table, a column with a default, an index. One
 * that has been released is never edited, renamed or removed.
 */
export function buildMigrations(dialect: DatabaseDialect): Record<string, Migration> {
  return {
    '0001-initial-tables': { up: (db) => createInitialTables(db, dialect) },
    '0002-views': { up: createViewTables },
    '0003-programme-decision': { up: addProgrammeDecision },
    '0004-signatory-name': { up: addSignatoryName },
    '0005-submissions': { up: (db) => createSubmissionTables(db, dialect) },
    '0006-links': { up: createLinkTable },
    '0006-second-factors': { up: createSecondFactorTables },
    '0007-organisation-code': { up: addOrganisationCode },
    '0008-history': { up: (db) => createHistoryTables(db, dialect) },
    '0009-identities': { up: createIdentityTable },
    '0010-report-steps': { up: (db) => createReportSteps(db, dialect) },
    '0011-report-versions': { up: (db) => createReportVersions(db, dialect) },
    '0012-comments': { up: createCommentTables },
    '0013-notices': { up: createNoticeTables },
    '0014-budget': { up: (db) => createBudgetTable(db, dialect) },
    '0015-programme-amendments': { up: addProgrammeAmendments },
    '0016-columns': { up: (db) => createColumnTable(db, dialect) },
    '0017-looks': { up: createLookTable },
    '0018-versions': { up: createVersionTable },
    '0019-mail': { up: addMail },
    '0020-guards': { up: (db) => guardTalkAndJournal(db, dialect) },
    '0021-corrections': { up: (db) => createCorrectionTable(db, dialect) },
    '0022-unit': { up: addReportUnit },
    '0023-step-chain': { up: addStepHashes },
  };
}
