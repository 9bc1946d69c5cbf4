import type { ReportStructure } from '../model/structure.ts';
import type { RemovalEdit } from './findHolders.ts';

/**
 * The structure with what the edit took out of `before` standing in it again, in the place where it stood;
 * a column whose kind was changed has that kind again, with what may be chosen.
 */
export function putBack(now: ReportStructure, before: ReportStructure, edit: RemovalEdit): ReportStructure {
  if (edit.kind === 'organisation.leave') {
    const isOne = ({ organisationId }: { organisationId: string }) => organisationId === edit.organisationId;
    return {
      ...now,
      organisations: restore(now.organisations, before.organisations, ({ id }) => id === edit.organisationId),
      sheets: restore(now.sheets, before.sheets, isOne),
    };
  }
  if (edit.kind === 'indicator.remove') {
    const indicators = restore(now.indicators, before.indicators, ({ id }) => id === edit.indicatorId);
    return { ...now, indicators };
  }
  if (edit.kind === 'column.remove') {
    return { ...now, columns: restore(now.columns, before.columns, ({ id }) => id === edit.columnId) };
  }
  if (edit.kind === 'column.change') {
    const old = before.columns.find(({ id }) => id === edit.columnId);
    const columns = now.columns.map((one) => (old !== undefined && one.id === old.id ? old : one));
    return { ...now, columns };
  }
  const isOne = ({ directionId }: { directionId: string }) => directionId === edit.directionId;
  const directions = restore(now.directions, before.directions, ({ id }) => id === edit.directionId);
  return {
    ...now,
    directions,
    responsibilities: restore(now.responsibilities, before.responsibilities, isOne),
  };
}

function restore<T>(now: readonly T[], before: readonly T[], isOne: (thing: T) => boolean): T[] {
  if (now.some(isOne)) return [...now];
  return now.toSpliced(before.findIndex(isOne), 0, ...before.filter(isOne));
}
