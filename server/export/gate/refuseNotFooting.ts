import { AppError } from '#shared/errors/AppError.ts';
import type { FootingCheck } from '#shared/footing/FootingCheck.ts';

/** @throws AppError `export.not-footing`, with the place of the first number that differs */
export function refuseNotFooting(checks: readonly FootingCheck[]): void {
  const failed = checks.find(({ isEqual }) => !isEqual);
  if (failed === undefined) return;
  const [first] = failed.differences;
  throw new AppError('export.not-footing', {
    file: first?.place.file ?? failed.file ?? 'звіт',
    place: first?.place.cell ?? failed.subject,
    expected: first?.expected ?? failed.expected ?? '—',
    found: first?.found ?? failed.found ?? '—',
  });
}
