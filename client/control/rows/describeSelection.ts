import { correctionsOwner, correctionsTitle } from '#shared/corrections/correctionRows.ts';
import type { ActivityForm, ActivityState, Fund } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';

/** One part of what a number is about; the words between are the page's. */
export type SelectionPart =
  | { kind: 'everything' }
  | { kind: 'every-activity' }
  | { kind: 'direction'; number: number; title: string }
  | { kind: 'without-direction' }
  | { kind: 'organisation'; name: string }
  | { kind: 'indicator'; title: string }
  | { kind: 'fund'; fund: Fund }
  | { kind: 'kpkvk'; code: string }
  | { kind: 'kekv'; code: string }
  | { kind: 'form'; form: ActivityForm }
  | { kind: 'state'; state: ActivityState };

/** What a number sums, most telling part first. Never empty. */
export function describeSelection(
  structure: Pick<ReportStructure, 'directions' | 'organisations' | 'indicators'>,
  selection: TotalSelection,
): SelectionPart[] {
  const parts: SelectionPart[] = [];
  const indicator = structure.indicators.find(({ id }) => id === selection.indicatorId);
  if (indicator) parts.push({ kind: 'indicator', title: indicator.title });
  if (selection.directionId === null) parts.push({ kind: 'without-direction' });
  const directionId = selection.directionId ?? indicator?.directionId;
  const direction = structure.directions.find(({ id }) => id === directionId);
  if (direction) parts.push({ kind: 'direction', number: direction.number, title: direction.title });
  if (selection.fund) parts.push({ kind: 'fund', fund: selection.fund });
  if (selection.kpkvk !== undefined) parts.push({ kind: 'kpkvk', code: selection.kpkvk });
  if (selection.kekv !== undefined) parts.push({ kind: 'kekv', code: selection.kekv });
  const organisation = structure.organisations.find(({ id }) => id === selection.organisationId);
  if (organisation) parts.push({ kind: 'organisation', name: organisation.name });
  if (selection.organisationId === correctionsOwner) {
    parts.push({ kind: 'organisation', name: correctionsTitle });
  }
  if (parts.length > 0) return parts;
  return [{ kind: selection.measure === 'money' ? 'everything' : 'every-activity' }];
}
