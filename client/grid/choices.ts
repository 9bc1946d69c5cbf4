import type { CellChange } from '#client/sync/ReportSession.ts';
import { findColumn } from '#shared/model/columns.ts';
import { ActivityForm, ActivityState, Fund, type Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { ChoiceLabel } from './CellTexts.ts';
import { readCellValue } from './readCell.ts';

/** One value to choose; `group` is a heading over those that belong together. */
export type Choice = { value: string; label: string; group?: string };

/**
 * What a choice cell of this row may hold. Indicators are those of the row's direction; without a
 * direction, or a row, all of them, by direction.
 */
export function buildChoices(
  row: Row | null,
  field: Field,
  structure: ReportStructure,
  label: ChoiceLabel,
): Choice[] {
  switch (field) {
    case 'directionId':
      return structure.directions.map(({ id, number, title }) => ({
        value: id,
        label: `${number}. ${title}`,
      }));
    case 'indicatorId': {
      const directionId = row?.values.directionId ?? null;
      const own = structure.indicators.filter((indicator) => indicator.directionId === directionId);
      if (own.length > 0) return own.map(({ id, title }) => ({ value: id, label: title }));
      const directions = new Map(
        structure.directions.map(({ id, number, title }) => [id, `${number}. ${title}`]),
      );
      return structure.indicators.map((indicator) => ({
        value: indicator.id,
        label: indicator.title,
        group: directions.get(indicator.directionId) ?? '',
      }));
    }
    case 'fund':
      return Fund.options.map((value) => ({ value, label: label('fund', value) }));
    case 'form':
      return ActivityForm.options.map((value) => ({ value, label: label('form', value) }));
    case 'state':
      return ActivityState.options.map((value) => ({ value, label: label('state', value) }));
    default:
      return (findColumn(structure, field)?.options ?? []).map((value) => ({ value, label: value }));
  }
}

/**
 * The cells that change together with one: an indicator chosen in a row without a direction brings its
 * direction, and another direction takes away an indicator that is not its own.
 */
export function buildCellChanges(
  row: Row,
  field: Field,
  value: string | number | null,
  structure: Pick<ReportStructure, 'indicators'>,
): CellChange[] {
  const { organisationId, id: rowId } = row;
  const changes: CellChange[] = [{ organisationId, rowId, field, value }];
  const findDirection = (indicatorId: unknown) =>
    structure.indicators.find((indicator) => indicator.id === indicatorId)?.directionId ?? null;
  if (field === 'indicatorId' && value !== null && row.values.directionId === null) {
    changes.push({ organisationId, rowId, field: 'directionId', value: findDirection(value) });
  }
  if (field === 'directionId' && row.kind === 'activity') {
    const current = readCellValue(row, 'indicatorId');
    if (current !== null && value !== null && findDirection(current) !== value) {
      changes.push({ organisationId, rowId, field: 'indicatorId', value: null });
    }
  }
  return changes;
}
