import { DirectionId, IndicatorId, OrganisationId, ProgrammeId, ReportId } from '#shared/model/ids.ts';
import type { Aggregation, Indicator, ReportStructure } from '#shared/model/structure.ts';

const reportId = ReportId.parse('report');

/** Directions d1–d3 (d1 is written by o2 and o1, d2 by o1, d3 by nobody), organisations o1–o3, and one indicator per aggregation, of which `part` is a part of `sum`. */
export function buildReportStructure(): ReportStructure {
  const programmeId = ProgrammeId.parse('programme');
  return {
    report: {
      id: reportId,
      programmeId,
      year: 2020,
      title: 'Звіт',
      signatoryPosition: '',
      signatoryName: '',
      isExample: false,
    },
    programme: {
      id: programmeId,
      title: 'Програма',
      community: 'м. Кривий Ріг',
      periodStart: '2017-01-01',
      periodEnd: '2022-12-31',
    },
    directions: ['d1', 'd2', 'd3'].map((id, index) => ({
      id: DirectionId.parse(id),
      reportId,
      number: index + 1,
      title: `Напрям ${index + 1}`,
    })),
    indicators: [
      buildIndicator('sum', 'sum'),
      buildIndicator('part', 'sum', 'sum'),
      buildIndicator('latest', 'latest'),
      buildIndicator('count', 'count'),
      buildIndicator('distinct', 'distinct'),
    ],
    organisations: ['o1', 'o2', 'o3'].map((id) => ({
      id: OrganisationId.parse(id),
      name: `Виконавець ${id}`,
      shortName: id,
      kind: 'district' as const,
    })),
    sheets: [],
    responsibilities: [
      ['d1', 'o2'],
      ['d1', 'o1'],
      ['d2', 'o1'],
    ].map(([direction, organisation]) => ({
      directionId: DirectionId.parse(direction),
      organisationId: OrganisationId.parse(organisation),
    })),
    budget: [],
    columns: [],
    corrections: [],
  };
}

function buildIndicator(key: string, aggregation: Aggregation, partOf: string | null = null): Indicator {
  return {
    id: IndicatorId.parse(key),
    reportId,
    directionId: DirectionId.parse('d1'),
    key,
    title: `Показник ${key}`,
    forms: { one: 'захід', few: 'заходи', many: 'заходів' },
    aggregation,
    overStep: null,
    partOf: partOf === null ? null : IndicatorId.parse(partOf),
  };
}
