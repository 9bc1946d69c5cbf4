import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { ExpenditureLine } from '#shared/report/ReportLine.ts';
import { readCode } from '#shared/totals/readCode.ts';
import { buildChoiceCell, buildCodeCell, buildMoneyCell, buildTextCell } from './Cell.ts';
import { type Column, readField } from './Column.ts';

/** The columns of «Видатки» that hold what people filled in, and the deviation that follows from it. */
export const expenditureColumns = {
  measure: {
    key: 'measure',
    header: 'Захід',
    cell: ({ values, unreadable }) => readField(unreadable, 'measure', () => buildTextCell(values.measure)),
  },
  fund: {
    key: 'fund',
    header: 'Джерело фінансування',
    cell: ({ values, unreadable }) =>
      readField(unreadable, 'fund', () => buildChoiceCell(values.fund, choiceLabels.fund)),
  },
  kpkvk: {
    key: 'kpkvk',
    header: 'КПКВК',
    cell: ({ values, unreadable }) =>
      readField(unreadable, 'kpkvk', () => buildCodeCell(readCode(values.kpkvk))),
  },
  kekv: {
    key: 'kekv',
    header: 'КЕКВ',
    cell: ({ values, unreadable }) =>
      readField(unreadable, 'kekv', () => buildCodeCell(readCode(values.kekv))),
  },
  planned: {
    key: 'planned',
    header: 'Заплановано, грн',
    isMoney: true,
    cell: ({ values, unreadable }) =>
      readField(unreadable, 'plannedMinor', () => buildMoneyCell(values.plannedMinor)),
  },
  actual: {
    key: 'actual',
    header: 'Фактично, грн',
    isMoney: true,
    cell: ({ values, unreadable }) =>
      readField(unreadable, 'actualMinor', () => buildMoneyCell(values.actualMinor)),
  },
  /** Actual less planned; an empty or unreadable amount counts as nothing, as in the totals. */
  deviation: {
    key: 'deviation',
    header: 'Відхилення, грн',
    isMoney: true,
    cell: ({ values }) => buildMoneyCell((values.actualMinor ?? 0) - (values.plannedMinor ?? 0)),
  },
  document: {
    key: 'document',
    header: 'Документ',
    cell: ({ values, unreadable }) => readField(unreadable, 'document', () => buildTextCell(values.document)),
  },
  reason: {
    key: 'reason',
    header: 'Причина відхилення',
    cell: ({ values, unreadable }) => readField(unreadable, 'reason', () => buildTextCell(values.reason)),
  },
  note: {
    key: 'note',
    header: 'Примітка',
    cell: ({ values, unreadable }) => readField(unreadable, 'note', () => buildTextCell(values.note)),
  },
} as const satisfies Record<string, Column<ExpenditureLine>>;
