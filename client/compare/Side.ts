import { ReportId } from '#shared/model/ids.ts';

/** A report as of a moment, in milliseconds; null: as it stands. */
export type Side = { reportId: ReportId; time: number | null };

const now = 'now';

/** For the address: `r2020@now`. */
export function writeSide({ reportId, time }: Side): string {
  return `${reportId}@${time ?? now}`;
}

/** Null for a text that is none. */
export function tryParseSide(text: string | null): Side | null {
  const [report, time = '', ...rest] = (text ?? '').split('@');
  const reportId = ReportId.safeParse(report);
  if (!reportId.success || rest.length > 0) return null;
  if (time === now) return { reportId: reportId.data, time: null };
  return /^\d{1,15}$/.test(time) ? { reportId: reportId.data, time: Number(time) } : null;
}
