import type { ReportStatus } from '#shared/model/structure.ts';
import type { SheetStanding } from '#shared/submission/submissionSteps.ts';

/** In what state a report and its sheet are while something is tried. Whoever adds a state adds a line. */
export type Situation = SheetStanding & { reportStatus: ReportStatus; uk: string; en: string };

export const situations = {
  draft: { status: 'draft', isChanged: false, reportStatus: 'open', uk: 'чернетка', en: 'draft' },
  submitted: { status: 'submitted', isChanged: false, reportStatus: 'open', uk: 'подано', en: 'submitted' },
  returned: { status: 'returned', isChanged: false, reportStatus: 'open', uk: 'повернуто', en: 'returned' },
  accepted: { status: 'accepted', isChanged: false, reportStatus: 'open', uk: 'прийнято', en: 'accepted' },
  changed: {
    status: 'accepted',
    isChanged: true,
    reportStatus: 'open',
    uk: 'змінено після прийняття',
    en: 'changed since acceptance',
  },
  finalised: {
    status: 'accepted',
    isChanged: false,
    reportStatus: 'finalised',
    uk: 'звіт завершено',
    en: 'the report is finalised',
  },
} as const satisfies Record<string, Situation>;

export type SituationName = keyof typeof situations;
export const situationNames = Object.keys(situations) as SituationName[];
