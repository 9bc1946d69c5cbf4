import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { ActivityLine } from '#shared/report/ReportLine.ts';
import { buildChoiceCell, buildNumberCell, buildPeriodCell, buildTextCell } from './Cell.ts';
import { type Column, readField } from './Column.ts';

/** The columns of «Заходи» that hold what people filled in. */
export const activityColumns = {
  /** An indicator that is not in the report any more is still named, by its id. */
  indicator: {
    key: 'indicator',
    header: 'Показник',
    cell: ({ indicator, values, unreadable }) =>
      readField(unreadable, 'indicatorId', () => buildTextCell(indicator?.title ?? values.indicatorId)),
  },
  indicatorKey: {
    key: 'indicatorKey',
    header: 'Код показника',
    cell: ({ indicator }) => buildTextCell(indicator?.key ?? null),
  },
  content: {
    key: 'content',
    header: 'Зміст заходу',
    cell: ({ values, unreadable }) => readField(unreadable, 'content', () => buildTextCell(values.content)),
  },
  period: {
    key: 'period',
    header: 'Дата або період',
    cell: ({ values, unreadable }) => readField(unreadable, 'period', () => buildPeriodCell(values.period)),
  },
  quantity: {
    key: 'quantity',
    header: 'Кількість',
    cell: ({ values, unreadable }) =>
      readField(unreadable, 'quantity', () => buildNumberCell(values.quantity)),
  },
  form: {
    key: 'form',
    header: 'Форма',
    cell: ({ values, unreadable }) =>
      readField(unreadable, 'form', () => buildChoiceCell(values.form, choiceLabels.form)),
  },
  state: {
    key: 'state',
    header: 'Стан',
    cell: ({ values, unreadable }) =>
      readField(unreadable, 'state', () => buildChoiceCell(values.state, choiceLabels.state)),
  },
  reason: {
    key: 'reason',
    header: 'Причина',
    cell: ({ values, unreadable }) => readField(unreadable, 'reason', () => buildTextCell(values.reason)),
  },
  note: {
    key: 'note',
    header: 'Примітка',
    cell: ({ values, unreadable }) => readField(unreadable, 'note', () => buildTextCell(values.note)),
  },
  link: {
    key: 'link',
    header: 'Посилання',
    cell: ({ values, unreadable }) => readField(unreadable, 'link', () => buildTextCell(values.link)),
  },
} as const satisfies Record<string, Column<ActivityLine>>;
