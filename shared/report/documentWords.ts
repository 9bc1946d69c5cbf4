/** Words of the document itself. It is Ukrainian whatever language its reader has chosen for the page. */
export const documentWords = {
  programmeYears: (from: string, to: string) => `на ${from}–${to} роки`,
  /** Before an "of which" part. */
  ofWhich: 'з них',
  directionMoney: 'Видатки за напрямом:',
  directionWithoutMoney: 'За цим напрямом коштів не витрачали.',
  noIndicators: 'Кількісних показників для напряму не визначено',
  inTable: 'у таблиці',
  activities: { one: 'запис про захід', few: 'записи про заходи', many: 'записів про заходи' },
  withoutDirection: 'Видатки, ще не віднесені до жодного напряму:',
  grand: 'Видатки за всіма напрямами:',
  grandPrefix: 'усього',
  /** On every page of a file that is not final. */
  draft: 'ЧЕРНЕТКА',
  /** Headings of a table of rows inside the text. */
  activity: 'Захід',
  measure: 'Захід, на який витрачено',
  organisation: 'Виконавець',
  quantity: 'Кількість',
  actual: 'Витрачено, грн',
  sum: 'Усього',
} as const;
