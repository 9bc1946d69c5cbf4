import { useTranslation } from 'react-i18next';
import type { FigureSource } from '#client/report/figures/figureForm.ts';
import { useReport } from '#client/sync/ReportContext.tsx';

const groups = {
  money: ['actual', 'planned', 'deviation', 'percent'],
  activities: ['activities', 'activity-list', 'activity-table'],
  others: ['organisation-list', 'expenditure-table'],
} as const;

const indicatorPrefix = 'indicator:';

/** Sources as options of a list: indicators under their directions. */
export function useSourceOptions() {
  const { t } = useTranslation('text');
  const { structure } = useReport();
  const { directions, indicators } = structure;

  const options = [
    ...Object.entries(groups).map(([group, sources]) => ({
      group: t(`group.${group as keyof typeof groups}`),
      items: sources.map((source) => ({ value: source as string, label: t(`source.${source}`) })),
    })),
    ...directions.flatMap(({ id, number, title }) => {
      const items = indicators
        .filter(({ directionId }) => directionId === id)
        .map((indicator) => ({ value: `${indicatorPrefix}${indicator.id}`, label: indicator.title }));
      return items.length === 0 ? [] : [{ group: `${number}. ${title}`, items }];
    }),
  ];

  function read(value: string | null): FigureSource | null {
    const simple = Object.values(groups)
      .flat()
      .find((source) => source === value);
    if (simple !== undefined) return simple;
    const indicator = indicators.find(({ id }) => `${indicatorPrefix}${id}` === value);
    return indicator === undefined ? null : { indicatorId: indicator.id };
  }

  return {
    options,
    read,
    write: (source: FigureSource) =>
      typeof source === 'object' ? `${indicatorPrefix}${source.indicatorId}` : source,
  };
}
