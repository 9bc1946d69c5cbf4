import type { Row } from '#shared/model/rows.ts';
import type { SelectedRange } from './SelectedRange.ts';

/** Pieces of at most `limit` rows that together hold each selected cell once, though ranges may overlap. */
export function* splitRanges(
  ranges: readonly SelectedRange[],
  limit: number,
): Generator<SelectedRange, void> {
  const [only, ...others] = ranges;
  if (only !== undefined && others.length === 0) {
    for (let start = 0; start < only.rows.length; start += limit)
      yield { rows: only.rows.slice(start, start + limit), columns: only.columns };
    return;
  }
  const members = ranges.map(({ rows }) => new Set(rows));
  const seen = new Set<Row>();
  for (const { rows } of ranges) {
    for (const row of rows) {
      if (seen.has(row)) continue;
      seen.add(row);
      const columns = ranges.flatMap((range, index) => (members[index]?.has(row) ? range.columns : []));
      yield { rows: [row], columns: [...new Set(columns)] };
    }
  }
}
