import type { ukrainian } from '#client/i18n/resources.ts';
import { structure } from '#client/i18n/uk/structure.ts';

type ProblemKey = keyof (typeof ukrainian)['structure']['import']['problem'];

/** The text of a problem; one that a newer server tells has a text of its own here. */
export function problemKey(code: string): ProblemKey {
  const keys = Object.keys(structure.import.problem) as ProblemKey[];
  return keys.find((key) => key === code) ?? 'other';
}
