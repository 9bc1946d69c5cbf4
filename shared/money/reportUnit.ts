import { z } from 'zod';

/** In what a report prints its amounts. They are typed, stored, checked and hashed as whole kopiykas either way. */
export const ReportUnit = z.enum(['uah', 'thousand-uah']);
export type ReportUnit = z.infer<typeof ReportUnit>;

/**
 * Digits after the mark: as many as print every kopiyka. In thousands there are five in every amount, and never fewer:
 * a column lines up, a number looks the same whatever stands beside it, and nobody and nothing takes
 * `437,60356` for hryvnias, which have two.
 */
export const unitDecimals: Readonly<Record<ReportUnit, number>> = { uah: 2, 'thousand-uah': 5 };

/** As a document names it, in Ukrainian; no-break space inside. */
export const unitNames: Readonly<Record<ReportUnit, string>> = {
  uah: 'грн',
  'thousand-uah': 'тис.\u00A0грн',
};

/** «Фактично, грн» as the heading of amounts in the unit: «Фактично, тис. грн». */
export function nameUnit(heading: string, unit: ReportUnit): string {
  if (unit === 'uah') return heading;
  return heading.replace(/(?:(?:тис|млн|млрд)\.?\s*)?грн/iu, unitNames[unit].replace('\u00A0', ' '));
}
