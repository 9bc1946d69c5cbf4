import type { ActivityRow, ExpenditureRow } from '#shared/model/rows.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';

export type BareTable = { title: string; header: string[]; rows: (string | number)[][] };

/** Both tables with the columns that the product prints, straight from the rows: amounts are numbers. */
export function buildBareTables({ rows }: ReportContent): BareTable[] {
  return [
    {
      title: 'Заходи',
      header: [
        'Напрям',
        'Виконавець',
        'Показник',
        'Зміст заходу',
        'Дата або період',
        'Кількість',
        'Форма',
        'Стан',
        'Примітка',
      ],
      rows: rows.flatMap((row) => (row.kind === 'activity' ? [listActivityCells(row)] : [])),
    },
    {
      title: 'Видатки',
      header: [
        'Напрям',
        'Виконавець',
        'Захід',
        'Джерело',
        'КПКВК',
        'КЕКВ',
        'Заплановано, грн',
        'Фактично, грн',
        'Відхилення, грн',
        'Документ',
        'Причина відхилення',
        'Примітка',
      ],
      rows: rows.flatMap((row) => (row.kind === 'expenditure' ? [listExpenditureCells(row)] : [])),
    },
  ];
}

/** The text with something as long as a number in place of each figure, a paragraph in each item. */
export function listBareParagraphs({ narratives }: ReportContent): string[] {
  return [...narratives.values()].flat().flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    return block.content.map((inline) => (inline.type === 'text' ? inline.text : '437 603,56 грн')).join('');
  });
}

function listActivityCells({ organisationId, values }: ActivityRow): (string | number)[] {
  return [
    values.directionId ?? '',
    organisationId,
    values.indicatorId ?? '',
    values.content ?? '',
    values.period ?? '',
    values.quantity ?? 0,
    values.form ?? '',
    values.state ?? '',
    values.note ?? '',
  ];
}

function listExpenditureCells({ organisationId, values }: ExpenditureRow): (string | number)[] {
  const [planned, actual] = [values.plannedMinor ?? 0, values.actualMinor ?? 0];
  return [
    values.directionId ?? '',
    organisationId,
    values.measure ?? '',
    values.fund ?? '',
    values.kpkvk ?? '',
    values.kekv ?? '',
    planned / 100,
    actual / 100,
    (actual - planned) / 100,
    values.document ?? '',
    values.reason ?? '',
    values.note ?? '',
  ];
}
