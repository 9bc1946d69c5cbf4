import type { DirectionModel, ReportModel } from '#shared/report/ReportModel.ts';
import { readDirectionText } from '#shared/report/readDirectionText.ts';
import { printRun } from './inline.ts';
import type { PrintedBlock } from './PrintedDocument.ts';
import { printText } from './printText.ts';

/** A direction under its title. */
export function printDirection(model: ReportModel, direction: DirectionModel): PrintedBlock[] {
  const title = printRun(`${direction.number}. ${direction.title}`);
  const place = { depth: 0, isInTable: false, unit: model.meta.unit };
  return [
    { type: 'heading', level: 1, content: title },
    ...printText(readDirectionText(model, direction), place),
  ];
}
