import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import { normaliseText } from '#shared/language/normaliseText.ts';
import type { DirectionId } from '#shared/model/ids.ts';
import { type ReportStructure, readReportUnit } from '#shared/model/structure.ts';
import { buildSpec, emptyForm, type FigureSource, unitFormats } from './figureForm.ts';

export type FigureChoice = { id: string; title: string; spec: FigureSpec };

/** How a source is called; an indicator brings its own title. */
export type SourceText = (source: Exclude<FigureSource, object> | 'all-actual') => string;

const ofDirection = [
  'actual',
  'planned',
  'deviation',
  'percent',
  'activities',
  'organisation-list',
  'activity-list',
  'activity-table',
  'expenditure-table',
] as const;

/**
 * What is most often put into the text of a direction: its indicators and its money first, then the
 * whole report's money, then the indicators of other directions.
 */
export function listFigureChoices(
  { indicators, report }: Pick<ReportStructure, 'indicators' | 'report'>,
  directionId: DirectionId,
  sourceText: SourceText,
): FigureChoice[] {
  const filter = { directionId };
  const format = unitFormats[readReportUnit(report)];
  const choices = indicators.map((indicator) => ({
    isOwn: indicator.directionId === directionId,
    id: `indicator-${indicator.id}`,
    title: indicator.title,
    spec: buildSpec({
      ...emptyForm,
      source: { indicatorId: indicator.id },
      format: indicator.overStep === null ? 'count-with-noun' : 'over',
    }),
  }));
  return [
    ...choices.filter(({ isOwn }) => isOwn),
    ...ofDirection.map((source) => ({
      id: source,
      title: sourceText(source),
      spec: buildSpec({ ...emptyForm, source, filter, format }),
    })),
    { id: 'all-actual', title: sourceText('all-actual'), spec: buildSpec({ ...emptyForm, format }) },
    ...choices.filter(({ isOwn }) => !isOwn),
  ];
}

/** Those that have every word of the query, in any order. */
export function findChoices(choices: readonly FigureChoice[], query: string): FigureChoice[] {
  const words = (normaliseText(query) ?? '').split(' ');
  return choices.filter(({ title }) => {
    const text = normaliseText(title) ?? '';
    return words.every((word) => text.includes(word));
  });
}
