import { AppError } from '../errors/AppError.ts';
import { type Correction, type CorrectionFields, maxCorrections } from '../model/correction.ts';
import { CorrectionId, createId } from '../model/ids.ts';
import type { ReportStructure } from '../model/structure.ts';
import { isCorrectable } from '../totals/indicatorRows.ts';
import type { StructureEdit } from './StructureEdit.ts';
import { isSameOrder } from './structureFields.ts';

/** Who makes a change, and when: it stands in the correction. */
export type Maker = Pick<Correction, 'madeBy' | 'madeAt'>;

export type CorrectionEdit = Extract<StructureEdit, { kind: `correction.${string}` }>;

/**
 * The structure with a correction added, changed or taken away. AppError `structure.changed` when it stands
 * otherwise than whoever changes it believed, `structure.not-in-report` for a direction, an indicator of it
 * or an organisation that is not there, `correction.not-counted` for an indicator that nothing can be added
 * to, `structure.too-many`.
 */
export function applyCorrectionEdit(
  now: ReportStructure,
  edit: CorrectionEdit,
  maker: Maker,
): ReportStructure {
  const { corrections } = now;
  if (edit.kind === 'correction.add') {
    if (corrections.length >= maxCorrections) {
      throw new AppError('structure.too-many', { limit: maxCorrections });
    }
    const id = CorrectionId.parse(createId());
    return { ...now, corrections: [...corrections, { id, ...checkFields(now, edit.fields), ...maker }] };
  }
  const stands = corrections.find(({ id }) => id === edit.correctionId);
  if (stands === undefined || !isSameCorrection(stands, edit.from)) throw new AppError('structure.changed');
  if (edit.kind === 'correction.remove') {
    return { ...now, corrections: corrections.filter(({ id }) => id !== stands.id) };
  }
  const changed = { id: stands.id, ...checkFields(now, edit.to), ...maker };
  return { ...now, corrections: corrections.map((one) => (one.id === stands.id ? changed : one)) };
}

/** What may be said about a correction, as it stands. */
export function readCorrectionFields({
  directionId,
  subject,
  reason,
  organisationIds,
}: Correction): CorrectionFields {
  return { directionId, subject, reason, organisationIds };
}

export function isSameCorrection(a: CorrectionFields, b: CorrectionFields): boolean {
  return (
    a.directionId === b.directionId &&
    a.reason === b.reason &&
    isSameOrder(a.organisationIds, b.organisationIds) &&
    isSameSubject(a.subject, b.subject)
  );
}

function isSameSubject(a: CorrectionFields['subject'], b: CorrectionFields['subject']): boolean {
  if (a.of === 'indicator') {
    return b.of === 'indicator' && a.indicatorId === b.indicatorId && a.quantity === b.quantity;
  }
  return (
    b.of === 'money' &&
    a.fund === b.fund &&
    a.kpkvk === b.kpkvk &&
    a.kekv === b.kekv &&
    a.plannedMinor === b.plannedMinor &&
    a.actualMinor === b.actualMinor
  );
}

/** With its organisations in the order of the report, each once. */
function checkFields(now: ReportStructure, fields: CorrectionFields): CorrectionFields {
  const { directionId, subject } = fields;
  const isThere = now.directions.some(({ id }) => id === directionId);
  const organisationIds = now.organisations
    .map(({ id }) => id)
    .filter((id) => fields.organisationIds.includes(id));
  if (!isThere || organisationIds.length !== new Set(fields.organisationIds).size) {
    throw new AppError('structure.not-in-report');
  }
  if (subject.of === 'indicator') {
    const indicator = now.indicators.find(({ id }) => id === subject.indicatorId);
    if (indicator === undefined || indicator.directionId !== directionId) {
      throw new AppError('structure.not-in-report');
    }
    if (!isCorrectable(indicator.aggregation)) {
      throw new AppError('correction.not-counted', { title: indicator.title });
    }
  }
  return { ...fields, organisationIds };
}
