/** The list of keys and the menu of a cell; what a key does is named in `hands:keys`. */
export const keys = {
  title: 'Клавіші таблиці',
  button: 'Клавіші таблиці (Ctrl+/)',
  space: 'Пробіл',
  numpad: 'Num',
  groups: {
    moving: 'Рух',
    selecting: 'Виділення',
    editing: 'Введення',
    filling: 'Заповнення',
    rows: 'Рядки',
    columns: 'Стовпці, коли фокус у заголовку',
    table: 'Таблиця',
  },
  other: {
    copy: 'Копіювати',
    cut: 'Вирізати',
    paste: 'Вставити',
    pasteText: 'Вставити лише текст',
    sortColumn: 'Упорядкувати за стовпцем',
    newLine: 'Новий рядок у тексті клітинки',
    cancel: 'Відмовитися від набраного',
  },
  menu: {
    label: 'Дії з клітинкою',
    pasteTitle: 'Не вставлено',
    pasteRefused:
      'Браузер не дозволив прочитати буфер обміну з меню. Поверніться в клітинку й натисніть Ctrl+V.',
  },
} as const;
