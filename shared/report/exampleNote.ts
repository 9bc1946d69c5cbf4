/**
 * Said on every page and in every file of a report whose `isExample` is true, so that nobody takes
 * an invented split for a published one.
 */
export const exampleNote = {
  uk: 'Приклад. Підсумки взято з опублікованого звіту за 2020 рік, а розподіл між виконавцями, планові суми, дати й тексти рядків вигадано для демонстрації.',
  en: 'Example. The totals come from the published report for 2020; the split between organisations, the planned amounts, the dates and the texts of the rows are invented for demonstration.',
  /** For a menu, and for the lines of a CSV file: a line is what gets copied out of it. */
  short: {
    uk: 'Приклад: розподіл між виконавцями вигадано',
    en: 'Example: the split between organisations is invented',
  },
} as const;
