import { normaliseText } from '../language/normaliseText.ts';
import { BudgetKey, type BudgetLine } from '../model/budget.ts';
import type { DirectionId, OrganisationId } from '../model/ids.ts';
import { Fund } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { tryParseMoney } from '../money/parseMoney.ts';
import { choiceLabels } from '../report/choiceLabels.ts';
import { organisationKey } from './applyOrganisationEdit.ts';

export const budgetColumns = ['direction', 'organisation', 'fund', 'kpkvk', 'kekv', 'amount'] as const;
export type BudgetColumn = (typeof budgetColumns)[number];

/** `wrong-…` by the column, or `ambiguous` for an amount that can mean two. */
export type BudgetProblemCode = `wrong-${BudgetColumn}` | 'ambiguous';

/** The line that six texts are, or the first of them that cannot be taken. */
export type BudgetReading =
  | { line: BudgetLine }
  | { wrong: { column: BudgetColumn; code: BudgetProblemCode } };

/** Short forms that budget offices use beside the names of the pages and the codes. */
const fundNames: Record<Fund, readonly string[]> = {
  general: ['загальний', 'зф', 'general fund'],
  special: ['спеціальний', 'сф', 'special fund'],
  state: ['державний', 'state budget'],
  regional: ['обласний', 'regional budget'],
  other: ['інші', 'other sources'],
};

/**
 * Reads lines of the approved plan as people type and paste them: a direction by its number, an
 * organisation by its code, short name or name, a fund by its name, amounts as everywhere.
 */
export function buildBudgetReader(
  structure: Pick<ReportStructure, 'directions' | 'organisations'>,
): (cells: Readonly<Record<BudgetColumn, string>>) => BudgetReading {
  const { directions, organisations, funds } = buildPlaces(structure);
  return (cells) => {
    const wrong = (column: BudgetColumn, code: BudgetProblemCode = `wrong-${column}`): BudgetReading => ({
      wrong: { column, code },
    });
    const directionId = directions.get(cells.direction.trim());
    if (directionId === undefined) return wrong('direction');
    const organisationId = organisations.get(organisationKey(cells.organisation));
    if (organisationId === undefined) return wrong('organisation');
    const fund = funds.get(normaliseText(cells.fund) ?? '');
    if (fund === undefined) return wrong('fund');
    const kpkvk = BudgetKey.shape.kpkvk.safeParse(readCode(cells.kpkvk));
    if (!kpkvk.success) return wrong('kpkvk');
    const kekv = BudgetKey.shape.kekv.safeParse(readCode(cells.kekv));
    if (!kekv.success) return wrong('kekv');
    const amount = tryParseMoney(cells.amount);
    if (!amount.ok)
      return wrong('amount', amount.error.code === 'money.ambiguous' ? 'ambiguous' : 'wrong-amount');
    return {
      line: {
        directionId,
        organisationId,
        fund,
        kpkvk: kpkvk.data,
        kekv: kekv.data,
        amountMinor: amount.minor,
      },
    };
  };
}

function buildPlaces({ directions, organisations }: Pick<ReportStructure, 'directions' | 'organisations'>) {
  return {
    directions: new Map<string, DirectionId>(directions.map(({ id, number }) => [String(number), id])),
    // A code is surer than a short name, and that than a name: what is set later stands.
    organisations: new Map<string, OrganisationId>([
      ...organisations.map(({ id, name }) => [organisationKey(name), id] as const),
      ...organisations.map(({ id, shortName }) => [organisationKey(shortName), id] as const),
      ...organisations.flatMap(({ id, edrpou }) => (edrpou === undefined ? [] : [[edrpou, id] as const])),
    ]),
    funds: new Map<string, Fund>(
      Fund.options.flatMap((fund) =>
        [fund, choiceLabels.fund[fund], ...fundNames[fund]].map(
          (name) => [normaliseText(name) ?? '', fund] as const,
        ),
      ),
    ),
  };
}

/** `="0210180"` is how a code is kept from Excel, which would take its zero away. */
function readCode(text: string): string {
  const trimmed = text.trim();
  return /^="(.*)"$/.exec(trimmed)?.[1] ?? trimmed;
}
