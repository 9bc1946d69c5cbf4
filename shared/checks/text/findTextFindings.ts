import type { ReportModel } from '../../report/ReportModel.ts';
import { walkText } from '../../report/walkText.ts';
import { findBrokenTables } from './findBrokenTables.ts';
import { findFlawedFigures } from './findFlawedFigures.ts';
import { findPartsOverWholeInText } from './findPartsOverWholeInText.ts';
import { findTypedNumbers } from './findTypedNumbers.ts';
import { findUnwrittenDirections } from './findUnwrittenDirections.ts';
import { buildKnownTotals } from './knownTotals.ts';
import type { TextFinding } from './TextFinding.ts';

/**
 * Everything the checks have to say about the text of a report, direction by direction in the order
 * it is read. Each check stands in a file of its own. Rules CHK-30 to CHK-44.
 */
export function findTextFindings(model: Pick<ReportModel, 'directions' | 'totals'>): TextFinding[] {
  const parts = findPartsOverWholeInText(model);
  return model.directions.flatMap((direction) => {
    const { id, text } = direction;
    const totals = buildKnownTotals(model, direction);
    return [
      ...findUnwrittenDirections(direction),
      ...Array.from(walkText(text), (placed) => [
        ...findFlawedFigures(placed, id),
        ...findTypedNumbers(placed, id, totals),
        ...findBrokenTables(placed, id),
      ]).flat(),
      ...(parts.get(id) ?? []),
    ];
  });
}
