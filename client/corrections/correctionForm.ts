import { tryParseSignedMoney } from '#shared/corrections/parseSignedMoney.ts';
import { CorrectionFields } from '#shared/model/correction.ts';
import type { Fund } from '#shared/model/rows.ts';
import type { Indicator } from '#shared/model/structure.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';

/** What is typed and chosen; texts as they stand in the fields. */
export type CorrectionForm = {
  of: 'indicator' | 'money';
  indicatorId: string | null;
  quantity: string;
  directionId: string | null;
  fund: Fund | null;
  kpkvk: string;
  kekv: string;
  planned: string;
  actual: string;
  reason: string;
  organisationIds: string[];
};

/** What is wrong with a field: an error of an amount, or that the field has to be filled in otherwise. */
export type CorrectionProblem = Error | 'wrong';
export type CorrectionProblems = Partial<Record<keyof CorrectionForm, CorrectionProblem>>;

export function buildCorrectionForm(fields: CorrectionFields | null): CorrectionForm {
  const subject = fields?.subject;
  const money = subject?.of === 'money' ? subject : null;
  const print = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? '' : formatMoney(minor, { unit: 'none' });
  return {
    of: subject?.of ?? 'indicator',
    indicatorId: subject?.of === 'indicator' ? subject.indicatorId : null,
    quantity: subject?.of === 'indicator' ? String(subject.quantity).replace('-', '\u2212') : '',
    directionId: money === null ? null : (fields?.directionId ?? null),
    fund: money?.fund ?? null,
    kpkvk: money?.kpkvk ?? '',
    kekv: money?.kekv ?? '',
    planned: print(money?.plannedMinor),
    actual: print(money?.actualMinor),
    reason: fields?.reason ?? '',
    organisationIds: [...(fields?.organisationIds ?? [])],
  };
}

/** The correction that the form says, or what is wrong with it, field by field. */
export function readCorrectionForm(
  form: CorrectionForm,
  indicators: readonly Pick<Indicator, 'id' | 'directionId'>[],
): { fields: CorrectionFields } | { problems: CorrectionProblems } {
  const problems: CorrectionProblems = {};
  const amount = (field: 'planned' | 'actual'): number | null => {
    if (form[field].trim() === '') return null;
    const result = tryParseSignedMoney(form[field]);
    if (!result.ok) problems[field] = result.error;
    return result.ok ? result.minor : null;
  };
  const base = { reason: form.reason, organisationIds: form.organisationIds };
  const draft =
    form.of === 'indicator'
      ? {
          ...base,
          directionId: indicators.find(({ id }) => id === form.indicatorId)?.directionId,
          subject: { of: 'indicator', indicatorId: form.indicatorId, quantity: readQuantity(form.quantity) },
        }
      : {
          ...base,
          directionId: form.directionId,
          subject: {
            of: 'money',
            fund: form.fund,
            kpkvk: form.kpkvk.trim() || null,
            kekv: form.kekv.trim() || null,
            plannedMinor: amount('planned'),
            actualMinor: amount('actual'),
          },
        };
  const parsed = CorrectionFields.safeParse(draft);
  for (const { path } of parsed.error?.issues ?? []) {
    const field = fieldOf(path.at(-1), form.of);
    problems[field] ??= 'wrong';
  }
  // An amount that cannot be read is not also one that is missing.
  if (problems.planned instanceof Error && problems.actual === 'wrong') delete problems.actual;
  return parsed.success && Object.keys(problems).length === 0 ? { fields: parsed.data } : { problems };
}

/** A whole number with at most one minus of any kind before it; NaN for anything else. */
function readQuantity(text: string): number {
  const match = /^([-\u2010-\u2015\u2212+]?)(\d+)$/.exec(text.replaceAll(/\s/g, ''));
  if (match === null) return Number.NaN;
  return Number(match[2]) * (match[1] === '' || match[1] === '+' ? 1 : -1);
}

function fieldOf(name: PropertyKey | undefined, of: CorrectionForm['of']): keyof CorrectionForm {
  if (of === 'indicator' && name === 'directionId') return 'indicatorId';
  if (name === 'plannedMinor') return 'planned';
  switch (name) {
    case 'indicatorId':
    case 'quantity':
    case 'directionId':
    case 'fund':
    case 'kpkvk':
    case 'kekv':
    case 'reason':
    case 'organisationIds':
      return name;
    default:
      return 'actual';
  }
}
