import type { InlineFigure } from '#shared/figures/FigureSpec.ts';
import { DirectionId, IndicatorId, OrganisationId } from '#shared/model/ids.ts';
import { ActivityForm, Fund, type Row } from '#shared/model/rows.ts';
import type { Indicator, Organisation, ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import type { Narrative, NarrativeInline } from '#shared/narrative/Narrative.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import {
  buildActivitiesFigure,
  buildIndicatorFigure,
  buildMoneyFigure,
  buildPercentFigure,
} from '#tests/support/buildFigure.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const paragraphsPerDirection = 12;

type Size = { organisations?: number; directions?: number };

/**
 * A report of so many rows, half of them activities and half expenditures, of 50 organisations in six
 * directions unless told otherwise, each with a text of twelve paragraphs and four figures in each. The
 * same each time, and without findings.
 */
export function buildLargeReport(
  rows: number,
  { organisations = 50, directions = 6 }: Size = {},
): ReportContent {
  const directionIds = Array.from({ length: directions }, (_, index) => DirectionId.parse(`d${index + 1}`));
  return buildContent(
    buildStructure(organisations, directionIds),
    Array.from({ length: rows }, (_, index) => buildRow(index, organisations, directionIds)),
    new Map(directionIds.map((directionId) => [directionId, buildText(directionId)])),
  );
}

function buildStructure(organisations: number, directionIds: readonly DirectionId[]): ReportStructure {
  const structure = buildReportStructure();
  const organisationIds = Array.from({ length: organisations }, (_, index) =>
    OrganisationId.parse(`o${index + 1}`),
  );
  const reportId = structure.report.id;
  const indicator = must(structure.indicators[0], 'an indicator');
  return {
    ...structure,
    directions: directionIds.map((id, index) => ({
      id,
      reportId,
      number: index + 1,
      title: `Напрям ${index + 1}`,
    })),
    indicators: directionIds.map(
      (directionId): Indicator => ({
        ...indicator,
        id: indicatorOf(directionId),
        directionId,
        key: indicatorOf(directionId),
        title: `Зустрічі за напрямом ${directionId}`,
        forms: { one: 'зустріч', few: 'зустрічі', many: 'зустрічей' },
      }),
    ),
    organisations: organisationIds.map(
      (id, index): Organisation => ({
        id,
        name: `Виконавчий комітет районної ради № ${index + 1}`,
        shortName: `Район ${index + 1}`,
        kind: 'district',
      }),
    ),
    responsibilities: directionIds.flatMap((directionId) =>
      organisationIds.map((organisationId) => ({ directionId, organisationId })),
    ),
  };
}

function indicatorOf(directionId: DirectionId): IndicatorId {
  return IndicatorId.parse(`meetings-${directionId}`);
}

/** Words as long as those of a real row. */
function buildRow(index: number, organisations: number, directionIds: readonly DirectionId[]): Row {
  const pair = Math.floor(index / 2);
  const organisation = `o${(pair % organisations) + 1}`;
  const directionId = pick(directionIds, Math.floor(pair / organisations));
  const day = String((pair % 28) + 1).padStart(2, '0');
  if (index % 2 === 0) {
    return buildActivity(
      `a${pair}`,
      {
        directionId,
        indicatorId: indicatorOf(directionId),
        content: `Зустріч із жителями мікрорайону щодо благоустрою дворів, № ${pair}`,
        period: `2020-${String((pair % 12) + 1).padStart(2, '0')}-${day}`,
        quantity: (pair % 9) + 1,
        form: pick(ActivityForm.options, pair),
        state: 'done',
        note: pair % 4 === 0 ? 'за участю депутатів міської ради' : null,
      },
      organisation,
    );
  }
  const plannedMinor = 100_000 + (pair % 977) * 1_013;
  return buildExpenditure(
    `e${pair}`,
    {
      directionId,
      measure: `Папір і канцелярське приладдя для засідань комісій, № ${pair}`,
      fund: pick(Fund.options, pair),
      kpkvk: pick(['0210180', '0210150', '0213242'], pair),
      kekv: pick(['2210', '2240', '2282', '3110'], pair),
      plannedMinor,
      actualMinor: plannedMinor - (pair % 31) * 17,
      document: `Договір від ${day}.03.2020 № ${pair}`,
      reason: 'економія за наслідками закупівлі',
      note: pair % 4 === 0 ? 'оплачено в повному обсязі' : null,
    },
    organisation,
  );
}

function buildText(directionId: DirectionId): Narrative {
  return Array.from({ length: paragraphsPerDirection }, (_, index) => {
    const filter = { directionId, organisationId: OrganisationId.parse(`o${index + 1}`) };
    return {
      type: 'paragraph',
      content: [
        words('Упродовж року проведено '),
        figure(buildIndicatorFigure(indicatorOf(directionId), { filter })),
        words(', а разом '),
        figure(buildActivitiesFigure({ filter })),
        words('. На них витрачено '),
        figure(buildMoneyFigure({ filter })),
        words(', що становить '),
        figure(buildPercentFigure(filter)),
        words(` запланованого. ${'Робота триває за затвердженим планом. '.repeat(6)}`),
      ],
    };
  });
}

const plain = { bold: false, italic: false, link: null };

function words(text: string): NarrativeInline {
  return { type: 'text', text, ...plain };
}

function figure(spec: InlineFigure): NarrativeInline {
  return { type: 'figure', spec, ...plain };
}

function pick<T>(values: readonly T[], index: number): T {
  return must(values[index % values.length], 'a value');
}
