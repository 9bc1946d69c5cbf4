import type { DirectionId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

/** A report of these rows, without a text unless some is given. */
export function buildContent(
  structure: ReportStructure,
  rows: readonly Row[],
  narratives: ReadonlyMap<DirectionId, Narrative> = new Map(),
): ReportContent {
  return { structure, rows, narratives };
}
