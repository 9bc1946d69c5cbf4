/** Long work on the table: how far it is, and what became of it when it ended early. */
export const work = {
  reading: 'Готую…',
  planning: 'Перевіряю: {{done}}',
  writing: {
    paste: 'Вставляю: {{done}} з {{total}}',
    fill: 'Заповнюю: {{done}} з {{total}}',
    clear: 'Очищую: {{done}} з {{total}}',
    replace: 'Замінюю: {{done}} з {{total}}',
    undo: 'Скасовую: {{done}} з {{total}}',
    redo: 'Повторюю: {{done}} з {{total}}',
  },
  stop: 'Зупинити (Esc)',
  busy: 'Ще триває попередня довга дія. Дочекайтеся її кінця або зупиніть її.',
  ended: {
    stopped: {
      paste: 'Вставлення зупинено',
      fill: 'Заповнення зупинено',
      clear: 'Очищення зупинено',
      replace: 'Заміну зупинено',
    },
    locked: 'Аркуш закрили, тому записано не все',
    unsent: 'Без з’єднання більше не вміститься',
    nothing: 'Нічого не змінено.',
    part: 'Записано {{done}} з {{total}} змін, і вони лишилися.',
    unsentHint: 'Решту повторіть, коли з’єднання відновиться.',
    takeBack: 'Повернути, як було',
    takeBackHint: 'або Ctrl+Z',
    takenBack: 'Усе повернуто, як було.',
  },
} as const;
