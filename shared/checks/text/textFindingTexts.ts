import type { Language } from '../../errors/AppError.ts';
import { fillSentence } from '../findingTexts.ts';
import type { TextFinding, TextFindingCode } from './TextFinding.ts';

/** As `findingTexts`, of findings in the text. */
export const textFindingTexts = {
  'text.typed-number': {
    uk: 'Число «{typed}» набрано вручну, а в таблицях є підсумок {value}. Вставте число з таблиць, щоб воно змінювалося разом із ними.',
    en: '“{typed}” is typed by hand, and the tables have the total {value}. Insert the number from the tables, so that it changes with them.',
  },
  'text.nearly-total': {
    uk: 'Число «{typed}» набрано вручну, і воно майже дорівнює підсумку {value}. Перевірте його або вставте число з таблиць.',
    en: '“{typed}” is typed by hand and is nearly the total {value}. Check it, or insert the number from the tables.',
  },
  'text.figure-gone': {
    uk: 'Число показує те, чого у звіті вже немає: {typed}. Оберіть для нього інше джерело або приберіть його.',
    en: 'A figure shows what the report no longer has: {typed}. Choose another source for it, or remove it.',
  },
  'text.figure-unreadable': {
    uk: 'Число в тексті не читається: його вставила новіша версія або пошкоджено запис. Вставте його заново.',
    en: 'A figure in the text cannot be read: a newer version inserted it, or what is stored is damaged. Insert it again.',
  },
  'text.noun-form-missing': {
    uk: 'Для числа {value} у показника немає форми слова. Доповніть форми показника або оберіть число без слова.',
    en: 'The indicator has no form of its noun for {value}. Complete its forms, or choose the number alone.',
  },
  'text.number-too-large': {
    uk: 'Число {value} завелике, щоб записати його словами. Оберіть запис цифрами.',
    en: '{value} is too large to be written in words. Choose digits.',
  },
  'text.figure-empty': {
    uk: 'За числом «{typed}» не стоїть жодного рядка таблиць. Перевірте, за чим його відібрано.',
    en: 'No row of the tables is behind “{typed}”. Check what it is filtered by.',
  },
  'text.nothing-planned': {
    uk: 'Відсоток не обчислено, бо за його відбором нічого не заплановано. Перевірте планові суми або приберіть число.',
    en: 'There is no per cent, as nothing is planned under its filter. Check the planned amounts, or remove the figure.',
  },
  'text.direction-empty': {
    uk: 'У напряму {number} «{title}» немає ні рядків, ні тексту.',
    en: 'Direction {number} “{title}” has neither rows nor a text.',
  },
  'text.spending-without-text': {
    uk: 'У напряму {number} «{title}» витрачено {value}, а тексту немає. Опишіть, що зроблено.',
    en: 'Direction {number} “{title}” has spent {value} and has no text. Describe what was done.',
  },
  'text.part-exceeds-whole': {
    uk: '«{part}» ({partValue}) більше за «{whole}» ({wholeValue}), хоча є його частиною. Перевірте кількість в обох показниках.',
    en: '“{part}” ({partValue}) is larger than “{whole}” ({wholeValue}) that it is a part of. Check the quantities of both.',
  },
  'text.table-sum': {
    uk: 'Таблиця не сходиться: «{typed}» проти {value}, якщо додати. Виправте суму або доданки.',
    en: 'The table does not add up: “{typed}” against {value} when added. Correct the sum or what it is made of.',
  },
} as const satisfies Record<TextFindingCode, { uk: string; en: string }>;

export function formatTextFinding(
  finding: Pick<TextFinding, 'code' | 'parameters'>,
  language: Language,
): string {
  return fillSentence(textFindingTexts[finding.code][language], finding.parameters, language);
}
