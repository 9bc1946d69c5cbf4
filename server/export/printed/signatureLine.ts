import type { ReportMeta } from '#shared/report/ReportModel.ts';

/** A line to sign on, or to write a name on by hand. */
export const signatureLine = '_'.repeat(14);

/** Position, place to sign and name in one line, where there are no columns; null when nobody signs. */
export function formatSignature({
  signatoryPosition: position,
  signatoryName: name,
}: Pick<ReportMeta, 'signatoryPosition' | 'signatoryName'>): string | null {
  if (position === '' && name === '') return null;
  return [position, '_'.repeat(20), name].filter((part) => part !== '').join(' ');
}
