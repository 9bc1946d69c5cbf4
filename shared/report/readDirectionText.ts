import type { InlineFigure } from '../figures/FigureSpec.ts';
import { formatCountWithNoun } from '../language/nouns.ts';
import { formatWithUnit } from '../money/formatMoney.ts';
import { countsFor } from '../totals/indicatorRows.ts';
import { documentWords } from './documentWords.ts';
import type { ActivityLine, ExpenditureLine } from './ReportLine.ts';
import type { DirectionModel, IndicatorModel, ReportModel } from './ReportModel.ts';
import type { FigureModel, TextBlock, TextInline } from './TextModel.ts';
import { isBlankText } from './walkText.ts';

const plain = { bold: false, italic: false, link: null } as const;

/**
 * What a file prints under a direction's title: the text of its authors, or, while there is none, its
 * indicators and what was spent. The numbers of the latter are figures like any other, but of
 * position 0, as they stand in nobody's text.
 */
export function readDirectionText(model: ReportModel, direction: DirectionModel): TextBlock[] {
  return isBlankText(direction.text) ? buildDefaultText(model, direction) : direction.text;
}

function buildDefaultText(model: ReportModel, direction: DirectionModel): TextBlock[] {
  return [
    direction.indicators.length > 0
      ? buildIndicatorList(model, direction.indicators)
      : { type: 'paragraph', content: buildActivitySentence(model, direction) },
    { type: 'paragraph', content: buildMoneySentence(model, direction) },
  ];
}

/** Parts stand in a list of their own under their whole. */
function buildIndicatorList(model: ReportModel, indicators: readonly IndicatorModel[]): TextBlock {
  const items: TextBlock[][] = [];
  let index = 0;
  while (index < indicators.length) {
    const indicator = indicators[index];
    if (indicator === undefined) break;
    let end = index + 1;
    while ((indicators[end]?.depth ?? 0) > indicator.depth) end += 1;
    const content: TextInline[] = [buildIndicatorFigure(model, indicator)];
    if (indicator.depth > 0) content.unshift(buildText(`${documentWords.ofWhich} `));
    const item: TextBlock[] = [{ type: 'paragraph', content }];
    if (end > index + 1) item.push(buildIndicatorList(model, indicators.slice(index + 1, end)));
    items.push(item);
    index = end;
  }
  return { type: 'list', isOrdered: false, start: 1, items };
}

function buildActivitySentence(model: ReportModel, { id, activityCount }: DirectionModel): TextInline[] {
  if (activityCount === 0) return [buildText(`${documentWords.noIndicators}.`)];
  return [
    buildText(`${documentWords.noIndicators}; ${documentWords.inTable} `),
    buildFigure({
      text: formatCountWithNoun({ forms: documentWords.activities, overStep: null }, activityCount),
      amount: { unit: 'count', value: BigInt(activityCount) },
      spec: { kind: 'activities', filter: { directionId: id }, ...countFormat },
      lines: model.activities.filter(({ direction }) => direction?.id === id),
    }),
    buildText('.'),
  ];
}

function buildMoneySentence(model: ReportModel, { id, money }: DirectionModel): TextInline[] {
  if (money.actualMinor === 0n) return [buildText(documentWords.directionWithoutMoney)];
  return [
    buildText(`${documentWords.directionMoney} `),
    buildFigure({
      text: formatWithUnit(money.actualMinor, model.meta.unit),
      amount: { unit: 'kopiykas', value: money.actualMinor },
      spec: {
        kind: 'money',
        sum: 'actual',
        filter: { directionId: id },
        format: 'hryvnias',
        case: 'nominative',
      },
      lines: model.expenditures.filter(({ direction }) => direction?.id === id),
    }),
  ];
}

const countFormat = {
  format: 'count-with-noun',
  step: null,
  case: 'nominative',
  gender: 'masculine',
} as const;

function buildIndicatorFigure(model: ReportModel, indicator: IndicatorModel): TextInline {
  return buildFigure({
    text: indicator.text,
    amount: { unit: 'count', value: BigInt(indicator.value) },
    spec: { kind: 'indicator', indicatorId: indicator.id, aggregation: null, filter: {}, ...countFormat },
    lines: findIndicatorLines(model, indicator),
  });
}

/** The rows behind an indicator's number. */
export function findIndicatorLines(
  { activities }: Pick<ReportModel, 'activities'>,
  { id, aggregation }: Pick<IndicatorModel, 'id' | 'aggregation'>,
): ActivityLine[] {
  return activities.filter(
    (line) =>
      line.indicator?.id === id && countsFor(aggregation, { ...line, organisationId: line.organisation.id }),
  );
}

type FigureParts = Pick<FigureModel, 'text' | 'amount'> & {
  spec: InlineFigure;
  lines: readonly (ActivityLine | ExpenditureLine)[];
};

function buildFigure({ text, amount, spec, lines }: FigureParts): TextInline {
  const rows = lines.map(({ organisation, rowId }) => ({ organisationId: organisation.id, rowId }));
  const figure = { text, amount, rowCount: rows.length, problem: null, position: 0, spec, rows };
  return { type: 'figure', figure, ...plain };
}

function buildText(text: string): TextInline {
  return { type: 'text', text, ...plain };
}
