import type { TableKind } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { organisationColumn } from '../fields.ts';

export type HeaderColumn = Field | typeof organisationColumn;

/**
 * What people call the columns in their own spreadsheets, besides the product's own titles. Never
 * shown: only recognised. Written as {@link simplifyHeader} leaves them.
 */
export const headerNames: Record<TableKind, Partial<Record<HeaderColumn, readonly string[]>>> = {
  activity: {
    organisation: [
      'виконавець',
      'відповідальний виконавець',
      'організація',
      'управління',
      'район',
      'organisation',
    ],
    directionId: ['напрям', 'напрямок', 'напрям програми', 'назва напряму', 'direction'],
    indicatorId: ['показник', 'назва показника', 'індикатор', 'indicator'],
    content: [
      'зміст заходу',
      'зміст',
      'захід',
      'назва заходу',
      'що зроблено',
      'опис',
      'what was done',
      'activity',
    ],
    quantity: ['кількість', 'к сть', 'кіл сть', 'значення', 'quantity', 'count'],
    period: [
      'дата або період',
      'дата',
      'період',
      'дата проведення',
      'термін',
      'строк',
      'date or period',
      'date',
    ],
    form: ['форма', 'форма проведення', 'form'],
    state: ['стан', 'статус', 'стан виконання', 'state', 'status'],
    reason: ['причина', 'причина невиконання', 'reason'],
    note: ['примітка', 'примітки', 'коментар', 'note', 'notes'],
    link: ['посилання', 'лінк', 'адреса сторінки', 'link', 'url'],
  },
  expenditure: {
    organisation: [
      'виконавець',
      'відповідальний виконавець',
      'організація',
      'розпорядник',
      'район',
      'organisation',
    ],
    directionId: ['напрям', 'напрямок', 'напрям програми', 'назва напряму', 'direction'],
    measure: [
      'захід',
      'назва заходу',
      'зміст заходу',
      'найменування',
      'найменування заходу',
      'назва',
      'measure',
    ],
    fund: ['джерело', 'джерело фінансування', 'фонд', 'джерела фінансування', 'fund', 'source'],
    kpkvk: ['кпквк', 'кпквк мб', 'код кпквк', 'kpkvk'],
    kekv: ['кекв', 'код кекв', 'kekv'],
    plannedMinor: ['план', 'заплановано', 'планові видатки', 'затверджено', 'обсяг', 'planned', 'plan'],
    actualMinor: [
      'факт',
      'фактично',
      'виконано',
      'касові видатки',
      'використано',
      'профінансовано',
      'actual',
      'fact',
    ],
    document: ['документ', 'підстава', 'документи', 'document'],
    reason: ['причина', 'причина відхилення', 'reason'],
    note: ['примітка', 'примітки', 'коментар', 'note', 'notes'],
  },
};

/** A column's title as titles are compared: without its unit, marks and case. */
export function simplifyHeader(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replaceAll(
      /(?:тис\.?|тисяч)\s*(?:грн\.?|гривень|uah)?|млн\.?\s*(?:грн\.?)?|грн\.?|гривень|\buah\b|₴/gu,
      ' ',
    )
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a title says that its amounts are in thousands of hryvnias. */
export function isInThousands(text: string): boolean {
  return /тис\.?|тисяч|thousand/iu.test(text);
}
