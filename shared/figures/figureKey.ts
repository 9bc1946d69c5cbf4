import { assertNever } from '../must.ts';
import type { FigureSpec } from './FigureSpec.ts';

/** A spec is read from its document once and never changed, and asked for at each change of a row. */
const figureKeys = new WeakMap<FigureSpec, string>();
const sliceKeys = new WeakMap<FigureSpec, string>();

/** Equal for two specs that show the same, whatever the order of their fields. */
export function figureKey(spec: FigureSpec): string {
  return remember(figureKeys, spec, buildKey);
}

/** Equal for two specs that count the same rows in the same way, however each is printed. */
export function sliceKey(spec: FigureSpec): string {
  return remember(sliceKeys, spec, buildSliceKey);
}

/** Text of plain values with the keys of objects sorted; absent and undefined fields are alike. */
export function buildKey(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function buildSliceKey(spec: FigureSpec): string {
  switch (spec.kind) {
    case 'money':
    case 'percent':
      return buildKey(['money', spec.filter]);
    case 'activities':
      return buildKey(['activities', spec.filter]);
    case 'indicator':
      return buildKey(['indicator', spec.indicatorId, spec.aggregation, spec.filter]);
    case 'list':
    case 'table':
      return figureKey(spec);
    default:
      return assertNever(spec);
  }
}

function remember(
  keys: WeakMap<FigureSpec, string>,
  spec: FigureSpec,
  build: (spec: FigureSpec) => string,
): string {
  const known = keys.get(spec);
  if (known !== undefined) return known;
  const key = build(spec);
  keys.set(spec, key);
  return key;
}
