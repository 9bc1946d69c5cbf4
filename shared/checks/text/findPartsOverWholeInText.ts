import type { IndicatorFigure } from '../../figures/FigureSpec.ts';
import { buildKey } from '../../figures/figureKey.ts';
import { formatCount } from '../../language/nouns.ts';
import type { DirectionId, IndicatorId } from '../../model/ids.ts';
import type { IndicatorModel, ReportModel } from '../../report/ReportModel.ts';
import { walkText } from '../../report/walkText.ts';
import type { TextFinding, TextPlace } from './TextFinding.ts';

type Standing = { spec: IndicatorFigure; value: bigint; place: TextPlace };

/**
 * Figures of an "of which" part that are above the figure of its whole, where both stand in the text
 * under one filter and aggregation; without a filter the whole need not stand there. Parts of the
 * tables are `findPartsOverWhole`.
 */
export function findPartsOverWholeInText({
  directions,
  totals,
}: Pick<ReportModel, 'directions' | 'totals'>): Map<DirectionId, TextFinding[]> {
  const standing = directions.flatMap(({ id, text }) => [...readStanding(text, id)]);
  const wholes = findWholes(totals.indicators);
  const values = new Map<string, bigint>(
    totals.indicators.map(({ id, value }) => [
      keyOf({ indicatorId: id, aggregation: null, filter: {} }),
      BigInt(value),
    ]),
  );
  for (const { spec, value } of standing) values.set(keyOf(spec), value);

  const findings = new Map<DirectionId, TextFinding[]>();
  for (const { spec, value, place } of standing) {
    const pair = wholes.get(spec.indicatorId);
    if (pair === undefined) continue;
    const wholeValue = values.get(keyOf({ ...spec, indicatorId: pair.whole.id }));
    if (wholeValue === undefined || value <= wholeValue) continue;
    const ofDirection = findings.get(place.directionId) ?? [];
    ofDirection.push({
      code: 'text.part-exceeds-whole',
      severity: 'warns',
      place,
      parameters: {
        part: pair.part.title,
        partValue: formatCount(Number(value)),
        whole: pair.whole.title,
        wholeValue: formatCount(Number(wholeValue)),
      },
      suggestion: null,
    });
    findings.set(place.directionId, ofDirection);
  }
  return findings;
}

function* readStanding(
  text: ReportModel['directions'][number]['text'],
  directionId: DirectionId,
): Generator<Standing> {
  for (const { block, path } of walkText(text)) {
    if (block.type !== 'paragraph' && block.type !== 'heading') continue;
    for (const [index, inline] of block.content.entries()) {
      if (inline.type !== 'figure') continue;
      const { spec, amount, text: quote } = inline.figure;
      if (spec?.kind !== 'indicator' || amount === null) continue;
      yield { spec, value: amount.value, place: { directionId, path, inline: { index, offset: 0 }, quote } };
    }
  }
}

/** A part stands right after its whole, one deeper. */
function findWholes(
  indicators: readonly IndicatorModel[],
): Map<IndicatorId, { part: IndicatorModel; whole: IndicatorModel }> {
  const wholes = new Map<IndicatorId, { part: IndicatorModel; whole: IndicatorModel }>();
  const above: IndicatorModel[] = [];
  for (const part of indicators) {
    above.length = part.depth;
    const whole = above.at(-1);
    if (whole !== undefined) wholes.set(part.id, { part, whole });
    above.push(part);
  }
  return wholes;
}

function keyOf({
  indicatorId,
  aggregation,
  filter,
}: Pick<IndicatorFigure, 'indicatorId' | 'aggregation' | 'filter'>): string {
  return buildKey([indicatorId, aggregation, filter]);
}
