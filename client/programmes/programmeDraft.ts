import { formatPeriod, tryParsePeriod } from '#shared/language/periodText.ts';
import { CalendarDate } from '#shared/model/structure.ts';
import { ProgrammeFields } from '#shared/structure/changeProgramme.ts';

export type AmendmentDraft = { id: number; number: string; date: string; subject: string };

/** What is typed in the dialog, before it is known to be right. */
export type ProgrammeDraft = {
  title: string;
  community: string;
  firstYear: string;
  lastYear: string;
  decisionNumber: string;
  decisionDate: string;
  amendments: AmendmentDraft[];
  nextId: number;
};

export function buildProgrammeDraft(fields: ProgrammeFields): ProgrammeDraft {
  const { title, community, periodStart, periodEnd, decisionNumber, decisionDate, amendments } = fields;
  return {
    title,
    community,
    firstYear: periodStart.slice(0, 4),
    lastYear: periodEnd.slice(0, 4),
    decisionNumber: decisionNumber ?? '',
    decisionDate: decisionDate === null ? '' : formatPeriod(decisionDate, 'uk'),
    amendments: amendments.map(({ number, date, subject }, id) => ({
      id,
      number,
      date: formatPeriod(date, 'uk'),
      subject,
    })),
    nextId: amendments.length,
  };
}

/** What is sent, or the fields that are wrong, as `amendments.0.date`. A day is read as everywhere, with its year. */
export function readProgrammeDraft(draft: ProgrammeDraft): { fields: ProgrammeFields } | { wrong: string[] } {
  const { title, community, firstYear, lastYear, decisionNumber, decisionDate, amendments } = draft;
  const parse = ProgrammeFields.safeParse({
    title,
    community,
    periodStart: `${firstYear.trim()}-01-01`,
    periodEnd: `${lastYear.trim()}-12-31`,
    decisionNumber: decisionNumber.trim() === '' ? null : decisionNumber,
    decisionDate: decisionDate.trim() === '' ? null : readDay(decisionDate),
    amendments: amendments.map(({ number, date, subject }) => ({ number, date: readDay(date), subject })),
  });
  if (parse.success) return { fields: parse.data };
  return { wrong: parse.error.issues.map(({ path }) => path.join('.')) };
}

/** Empty for what is no day: that is then found wrong. */
function readDay(text: string): string {
  const parse = tryParsePeriod(text, 0);
  return parse.ok && CalendarDate.safeParse(parse.period).success ? parse.period : '';
}
