import type { Language } from '#shared/errors/AppError.ts';

/** Words AG Grid itself says, to screen readers, in the parts of it that are used. */
export const gridLocale: Record<Language, Record<string, string>> = {
  uk: {
    ariaSortableColumn: 'Натисніть Enter, щоб упорядкувати',
    ariaLabelColumnMenu: 'Меню стовпця',
    ariaColumn: 'стовпець',
    ariaColumnGroup: 'група стовпців',
    ariaRowSelect: 'Натисніть пробіл, щоб обрати рядок',
    ariaHidden: 'приховано',
    ariaVisible: 'видно',
    ariaPageSizeSelectorLabel: 'Рядків на сторінці',
    loadingOoo: 'Завантаження…',
    noRowsToShow: 'Рядків немає',
  },
  en: {
    ariaSortableColumn: 'Press Enter to sort',
    ariaLabelColumnMenu: 'Column menu',
    ariaColumn: 'column',
    ariaColumnGroup: 'column group',
    ariaRowSelect: 'Press space to select the row',
    ariaHidden: 'hidden',
    ariaVisible: 'visible',
    ariaPageSizeSelectorLabel: 'Rows on a page',
    loadingOoo: 'Loading…',
    noRowsToShow: 'No rows',
  },
};
