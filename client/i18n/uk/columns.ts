/** The menu of a column, in its header. */
export const columns = {
  label: 'Дії зі стовпцем «{{column}}»',
  hint: 'Alt+↓: меню стовпця',
  sort: {
    label: 'Упорядкувати рядки',
    asc: 'За зростанням',
    desc: 'За спаданням',
    none: 'У природному порядку',
  },
  action: {
    freeze: 'Закріпити до цього стовпця',
    unfreeze: 'Відкріпити стовпці',
    hide: 'Сховати стовпець',
    moveLeft: 'Пересунути ліворуч',
    moveRight: 'Пересунути праворуч',
    wider: 'Зробити ширшим',
    narrower: 'Зробити вужчим',
    fit: 'Ширина за вмістом',
    reset: 'Повернути початкові стовпці',
  },
  said: {
    place: '«{{column}}»: стовпець {{place}} із {{count}}',
    width: '«{{column}}»: ширина {{width}} пікселів',
  },
} as const;
