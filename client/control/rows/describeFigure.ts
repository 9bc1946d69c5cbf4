import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';
import { describeSelection, type SelectionPart } from './describeSelection.ts';

/** What a figure of the text counts, most telling part first. Never empty. */
export function describeFigure(
  structure: Pick<ReportStructure, 'directions' | 'organisations' | 'indicators'>,
  spec: FigureSpec,
): SelectionPart[] {
  const { form, state } = spec.filter;
  const parts = describeSelection(structure, buildSelection(spec));
  if (form !== undefined) parts.push({ kind: 'form', form });
  if (state !== undefined) parts.push({ kind: 'state', state });
  return parts;
}

/** The same rows as a filter of the grid; null for what the grid has no filter for. */
export function readFigureSelection(spec: FigureSpec): TotalSelection | null {
  const { form, state } = spec.filter;
  // A list takes from both tables.
  if (form !== undefined || state !== undefined || spec.kind === 'list') return null;
  return buildSelection(spec);
}

function measureOf(spec: FigureSpec): TotalSelection['measure'] {
  switch (spec.kind) {
    case 'money':
    case 'percent':
      return 'money';
    case 'indicator':
      return 'indicator';
    case 'activities':
    case 'list':
      return 'activities';
    case 'table':
      return spec.table === 'expenditure' ? 'money' : 'activities';
  }
}

function buildSelection(spec: FigureSpec): TotalSelection {
  const { directionId, organisationId, fund, kpkvk, kekv } = spec.filter;
  return {
    measure: measureOf(spec),
    ...indicatorOf(spec),
    ...(directionId === undefined ? {} : { directionId }),
    ...(organisationId === undefined ? {} : { organisationId }),
    ...(fund === undefined ? {} : { fund }),
    ...(kpkvk === undefined ? {} : { kpkvk }),
    ...(kekv === undefined ? {} : { kekv }),
  };
}

function indicatorOf(spec: FigureSpec): Pick<TotalSelection, 'indicatorId'> {
  return spec.kind === 'indicator' ? { indicatorId: spec.indicatorId } : {};
}
