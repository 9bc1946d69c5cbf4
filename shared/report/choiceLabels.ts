import type { ActivityForm, ActivityState, Fund } from '../model/rows.ts';
import type { Aggregation } from '../model/structure.ts';

/** How chosen values are printed in the document, which is Ukrainian whatever the reader's language. */
export const choiceLabels = {
  fund: {
    general: 'Загальний фонд',
    special: 'Спеціальний фонд',
    state: 'Державний бюджет',
    regional: 'Обласний бюджет',
    other: 'Інші джерела',
  },
  form: { 'in-person': 'очно', online: 'онлайн', mixed: 'змішано' },
  state: { done: 'виконано', 'in-progress': 'виконується', postponed: 'перенесено', cancelled: 'скасовано' },
  aggregation: {
    sum: 'сума',
    latest: 'останнє значення',
    count: 'кількість рядків',
    distinct: 'кількість різних',
  },
} as const satisfies {
  fund: Record<Fund, string>;
  form: Record<ActivityForm, string>;
  state: Record<ActivityState, string>;
  aggregation: Record<Aggregation, string>;
};
