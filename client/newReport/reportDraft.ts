import type { ReportList } from '#shared/api/contract.ts';
import { ReportCreateRequest } from '#shared/api/structure.ts';
import { readReportUnit } from '#shared/model/structure.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';

type Summary = ReportList['reports'][number];

/** What is typed on the page, before it is known to be right. */
export type ReportDraft = {
  /** Id of the report it is made after; empty for none. */
  from: string;
  withTexts: boolean;
  withPlan: boolean;
  withPeople: boolean;
  /** Id of a programme; empty for a new one. */
  programme: string;
  programmeTitle: string;
  community: string;
  periodStart: number | string;
  periodEnd: number | string;
  year: number | string;
  title: string;
  signatoryPosition: string;
  signatoryName: string;
  unit: ReportUnit;
};

/** As the year after this report would be called and signed; an empty one of a new programme for null. */
export function buildReportDraft(source: Summary | null, thisYear: number): ReportDraft {
  const year = source === null ? thisYear : source.report.year + 1;
  return {
    from: source?.report.id ?? '',
    withTexts: source !== null,
    // Next year's amounts are approved anew: they are brought along by who asks for them.
    withPlan: false,
    withPeople: source !== null,
    programme: source?.programme.id ?? '',
    programmeTitle: '',
    community: source?.programme.community ?? '',
    periodStart: year,
    periodEnd: year + 2,
    year,
    title: source?.report.title.replaceAll(String(source.report.year), String(year)) ?? '',
    signatoryPosition: source?.report.signatoryPosition ?? '',
    signatoryName: source?.report.signatoryName ?? '',
    unit: source === null ? 'uah' : readReportUnit(source.report),
  };
}

/** What is sent, or the fields that are wrong. */
export function readReportDraft(
  draft: ReportDraft,
): { request: ReportCreateRequest } | { wrong: (keyof ReportDraft)[] } {
  const { programme, from, withTexts, withPlan, withPeople, year, title } = draft;
  const { signatoryPosition, signatoryName, unit } = draft;
  const parse = ReportCreateRequest.safeParse({
    programme:
      programme === ''
        ? {
            is: 'new',
            title: draft.programmeTitle,
            community: draft.community,
            periodStart: `${draft.periodStart}-01-01`,
            periodEnd: `${draft.periodEnd}-12-31`,
          }
        : { is: 'there', programmeId: programme },
    year,
    title,
    signatoryPosition,
    signatoryName,
    unit,
    from: from === '' ? null : { reportId: from, withTexts, withPlan, withPeople },
  });
  if (parse.success) return { request: parse.data };
  return { wrong: parse.error.issues.map(({ path }) => fieldOf(path.map(String))) };
}

function fieldOf([first = '', second = '']: readonly string[]): keyof ReportDraft {
  if (first !== 'programme') return first as keyof ReportDraft;
  return second === 'title' ? 'programmeTitle' : (second as keyof ReportDraft);
}
