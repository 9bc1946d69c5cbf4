import type { FigureEngine } from '../figures/FigureEngine.ts';
import type { ReportStructure } from '../model/structure.ts';
import type { Totals } from '../totals/Totals.ts';
import { buildDirectionModels } from './buildDirectionModels.ts';
import { buildIndicatorModels } from './buildIndicatorModels.ts';
import { buildOrganisations } from './buildOrganisations.ts';
import { buildTexts } from './buildTexts.ts';
import { buildTotalsModel } from './buildTotalsModel.ts';
import type { ReportContent } from './ReportContent.ts';
import type { ReportModel } from './ReportModel.ts';

/**
 * What the checks of the text look at, from totals and figures that are kept in step: no row is read, so
 * it costs the same over ten rows and ten thousand. Whole tables in the text have no lines here.
 */
export function buildWrittenModel(
  structure: ReportStructure,
  totals: Totals,
  narratives: ReportContent['narratives'],
  figures: Pick<FigureEngine, 'read'>,
): Pick<ReportModel, 'directions' | 'totals'> {
  const organisations = buildOrganisations(structure, []);
  const indicators = buildIndicatorModels(structure, organisations, totals);
  const reader = { read: figures.read, rowsBehind: () => [] };
  const inOrder = structure.directions.map(({ id }) => id);
  const texts = buildTexts(inOrder, narratives, reader, { activities: [], expenditures: [] });
  return {
    directions: buildDirectionModels(structure, totals, indicators, texts),
    totals: { ...buildTotalsModel(structure, organisations, totals), indicators },
  };
}
