import type { SheetStanding } from '#shared/submission/submissionSteps.ts';

/** In what state a report and its sheet are while something is tried. Whoever adds a state adds a line. */
export type Situation = SheetStanding & { uk: string; en: string };

export const situations = {
  draft: { status: 'draft', isChanged: false, uk: 'чернетка', en: 'draft' },
  submitted: { status: 'submitted', isChanged: false, uk: 'подано', en: 'submitted' },
  returned: { status: 'returned', isChanged: false, uk: 'повернуто', en: 'returned' },
  accepted: { status: 'accepted', isChanged: false, uk: 'прийнято', en: 'accepted' },
  changed: {
    status: 'accepted',
    isChanged: true,
    uk: 'змінено після прийняття',
    en: 'changed since acceptance',
  },
} as const satisfies Record<string, Situation>;

export type SituationName = keyof typeof situations;
export const situationNames = Object.keys(situations) as SituationName[];
