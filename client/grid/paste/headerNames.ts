import { type ExtraField, isExtraField } from '#shared/model/extraField.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { organisationColumn } from '../fields.ts';

export type OwnHeaderColumn = Exclude<Field, ExtraField> | typeof organisationColumn;
export type HeaderColumn = OwnHeaderColumn | ExtraField;

/**
 * What people call the columns in their own spreadsheets, besides the product's own titles. Never
 * shown: only recognised. Written as `simplifyTitle` leaves them.
 */
const headerNames: Record<TableKind, Partial<Record<OwnHeaderColumn, readonly string[]>>> = {
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

/** What else than its title a column is known by; an added one by nothing. */
export function findNames(table: TableKind, column: HeaderColumn): readonly string[] {
  return isExtraField(column) ? [] : (headerNames[table][column] ?? []);
}

/** Whether a title says that its amounts are in thousands of hryvnias. */
export function isInThousands(text: string): boolean {
  return /тис\.?|тисяч|thousand/iu.test(text);
}
