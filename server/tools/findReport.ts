import type { Storage } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';

/** A report by its id, or by its year when there is one of it. AppError `report.unknown`, `export.which-report`. */
export async function findReport({ reports }: Storage, text: string): Promise<ReportId> {
  const all = (await reports.list()).map(({ report }) => report);
  const byId = all.find(({ id }) => id === text);
  const found = byId ? [byId] : all.filter(({ year }) => String(year) === text);
  const [first, ...others] = found;
  if (first === undefined) throw new AppError('report.unknown');
  if (others.length > 0) {
    throw new AppError('export.which-report', { report: text, ids: found.map(({ id }) => id).join(', ') });
  }
  return first.id;
}
