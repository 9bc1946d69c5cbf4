import type { FigureSpec } from './FigureSpec.ts';

/** Equal for two specs that show the same, whatever the order of their fields. */
export function figureKey(spec: FigureSpec): string {
  return buildKey(spec);
}

/** Text of plain values with the keys of objects sorted; absent and undefined fields are alike. */
export function buildKey(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
