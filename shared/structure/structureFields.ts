import { listResponsible } from '../model/listResponsible.ts';
import type { Direction, Indicator, ReportStructure } from '../model/structure.ts';
import type { DirectionFields, IndicatorFields } from './StructureEdit.ts';

/** What may be changed about a direction, as it stands. */
export function readDirectionFields(structure: ReportStructure, direction: Direction): DirectionFields {
  const { id, number, title } = direction;
  return { number, title, responsible: listResponsible(structure, id) };
}

/** What may be changed about an indicator, as it stands. */
export function readIndicatorFields({
  title,
  forms,
  aggregation,
  overStep,
  partOf,
}: Indicator): IndicatorFields {
  return { title, forms, aggregation, overStep, partOf };
}

export function isSameDirection(a: DirectionFields, b: DirectionFields): boolean {
  return a.number === b.number && a.title === b.title && isSameOrder(a.responsible, b.responsible);
}

export function isSameIndicator(a: IndicatorFields, b: IndicatorFields): boolean {
  return (
    a.title === b.title &&
    a.forms.one === b.forms.one &&
    a.forms.few === b.forms.few &&
    a.forms.many === b.forms.many &&
    a.aggregation === b.aggregation &&
    a.overStep === b.overStep &&
    a.partOf === b.partOf
  );
}

export function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
