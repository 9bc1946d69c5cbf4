import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import type { Maker } from '#shared/structure/applyCorrectionEdit.ts';
import { applyStructureEdit } from '#shared/structure/applyStructureEdit.ts';
import {
  findHolders,
  type Holders,
  isHeld,
  isRemoval,
  type RemovalEdit,
} from '#shared/structure/findHolders.ts';
import { putBack } from '#shared/structure/putBack.ts';
import type { StructureEdit } from '#shared/structure/StructureEdit.ts';

type Parts = {
  storage: Pick<Storage, 'reports' | 'users'>;
  collaboration: Pick<Collaboration, 'readContent' | 'structureChanged' | 'accessChanged'>;
};

/**
 * Makes one edit, tells every open client, and gives what then stands. Rejects like `applyStructureEdit`;
 * AppError `report.unknown`, and `structure.held` when rows, texts, parts or people point at what is to go.
 */
export async function editStructure(
  { storage, collaboration }: Parts,
  reportId: ReportId,
  edit: StructureEdit,
  userId: UserId,
): Promise<ReportStructure> {
  const maker = edit.kind.startsWith('correction.') ? await readMaker(storage, userId) : null;
  const before = isRemoval(edit) ? await refuseHeld({ storage, collaboration }, reportId, edit) : null;
  const after = await storage.reports.changeStructure(reportId, (now, findOrganisation) =>
    applyStructureEdit(now, edit, findOrganisation, maker),
  );
  tellEverybody(collaboration, reportId, edit);
  if (before === null || !isRemoval(edit)) return after;
  // What somebody wrote between the look and the removal would point at nothing: it is looked for again.
  const holders = findHolders(await collaboration.readContent(before), edit);
  if (!isHeld(holders)) return after;
  await storage.reports.changeStructure(reportId, (now) => putBack(now, before, edit));
  tellEverybody(collaboration, reportId, edit);
  throw buildHeldError(before, edit, holders);
}

async function readMaker({ users }: Pick<Storage, 'users'>, userId: UserId): Promise<Maker> {
  const { id, name } = must(await users.findById(userId), userId);
  return { madeBy: { id, name }, madeAt: new Date().toISOString() };
}

/** Who writes a direction's text, and who has a sheet, are rights: whoever is at work gets or loses them at once. */
function tellEverybody(
  collaboration: Parts['collaboration'],
  reportId: ReportId,
  { kind }: StructureEdit,
): void {
  collaboration.structureChanged(reportId);
  if (kind.startsWith('direction.') || kind.startsWith('organisation.')) collaboration.accessChanged(null);
}

async function refuseHeld(
  { storage, collaboration }: Parts,
  reportId: ReportId,
  edit: RemovalEdit,
): Promise<ReportStructure> {
  const structure = await storage.reports.findStructure(reportId);
  if (structure === null) throw new AppError('report.unknown');
  const holders = findHolders(await collaboration.readContent(structure), edit);
  if (isHeld(holders)) throw buildHeldError(structure, edit, holders);
  return structure;
}

function buildHeldError(
  { directions, indicators, organisations, columns }: ReportStructure,
  edit: RemovalEdit,
  { rowCount, organisationIds, textCount, directionIds, partCount }: Holders,
): AppError {
  const title =
    edit.kind === 'direction.remove'
      ? directions.find(({ id }) => id === edit.directionId)?.title
      : edit.kind === 'indicator.remove'
        ? indicators.find(({ id }) => id === edit.indicatorId)?.title
        : edit.kind === 'organisation.leave'
          ? organisations.find(({ id }) => id === edit.organisationId)?.shortName
          : columns.find(({ id }) => id === edit.columnId)?.title;
  return new AppError('structure.held', {
    title: title ?? '',
    rows: rowCount,
    organisations: joinSome(
      organisations.filter(({ id }) => organisationIds.includes(id)).map(({ shortName }) => shortName),
    ),
    figures: textCount,
    texts: joinSome(
      directions.filter(({ id }) => directionIds.includes(id)).map(({ number }) => String(number)),
    ),
    parts: partCount,
    people: 0,
  });
}

function joinSome(names: readonly string[]): string {
  if (names.length === 0) return '—';
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;
}
