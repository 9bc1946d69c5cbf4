import type { ComparedSums, CountLine, MoneyLine } from '../api/comparison.ts';
import type { MoneyModel } from '../report/ReportLine.ts';
import type { ReportModel } from '../report/ReportModel.ts';

type Slice = MoneyLine['slice'];
type MoneyOfSide = { slice: Slice; title: string; money: MoneyModel };

/** Every sum of either side: the grand total, by direction, organisation and fund. Directions go by number. */
export function compareMoney(before: ReportModel, after: ReportModel): MoneyLine[] {
  return pairInOrder(listMoney(before), listMoney(after), ({ slice }) => JSON.stringify(slice)).flatMap(
    ({ old, young }) => {
      const shown = young ?? old;
      if (shown === undefined) return [];
      return [
        {
          slice: shown.slice,
          title: shown.title,
          before: old === undefined ? null : writeSums(old.money),
          after: young === undefined ? null : writeSums(young.money),
        },
      ];
    },
  );
}

function listMoney({ totals, directions }: ReportModel): MoneyOfSide[] {
  const list: MoneyOfSide[] = [{ slice: { by: 'grand' }, title: '', money: totals.grand }];
  for (const { number, title, money } of directions) {
    list.push({ slice: { by: 'direction', number }, title, money });
  }
  if (totals.withoutDirection !== null) {
    list.push({ slice: { by: 'direction', number: null }, title: '', money: totals.withoutDirection });
  }
  for (const { organisation, money } of totals.byOrganisation) {
    const { id, shortName } = organisation;
    list.push({ slice: { by: 'organisation', organisationId: id }, title: shortName, money });
  }
  for (const { fund, money } of totals.byFund) list.push({ slice: { by: 'fund', fund }, title: '', money });
  return list;
}

function writeSums({ plannedMinor, actualMinor, rowCount }: MoneyModel): ComparedSums {
  return { plannedMinor: String(plannedMinor), actualMinor: String(actualMinor), rowCount };
}

/** Every indicator of either side. They go by key, which in one report means by id. */
export function compareIndicators(before: ReportModel, after: ReportModel): CountLine[] {
  return pairInOrder(before.totals.indicators, after.totals.indicators, ({ key }) => key).flatMap(
    ({ old, young }) => {
      const shown = young ?? old;
      if (shown === undefined) return [];
      const { key, directionNumber, title, depth } = shown;
      return [
        { key, directionNumber, title, depth, before: old?.value ?? null, after: young?.value ?? null },
      ];
    },
  );
}

/** In the order of the later side; what the earlier alone has follows where it stood among its own. */
function pairInOrder<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
): { old: T | undefined; young: T | undefined }[] {
  const olds = new Map(before.map((item) => [nameOf(item), item]));
  const youngs = new Set(after.map(nameOf));
  const pairs = after.map((young) => ({ old: olds.get(nameOf(young)), young: young as T | undefined }));
  let place = 0;
  for (const old of before) {
    const name = nameOf(old);
    if (youngs.has(name)) place = pairs.findIndex(({ young }) => young && nameOf(young) === name) + 1;
    else {
      pairs.splice(place, 0, { old, young: undefined });
      place += 1;
    }
  }
  return pairs;
}
