import type { ErrorEntry } from './ErrorEntry.ts';

/** Of reports, their documents and the files they leave as. */
export const reportErrors = {
  'report.unknown': {
    status: 404,
    uk: 'Такого звіту немає. Поверніться до списку звітів.',
    en: 'There is no such report. Go back to the list of reports.',
  },
  'report.exists': {
    status: 409,
    uk: 'Звіт цієї програми за цей рік уже є. Нічого не змінено. Відкрийте його у списку звітів.',
    en: 'This programme already has a report for this year. Nothing was changed. Open it in the list of reports.',
  },
  'document.unknown': {
    status: 404,
    uk: 'Такого документа немає. Оновіть сторінку.',
    en: 'There is no such document. Reload the page.',
  },
  'document.frame': {
    status: 400,
    uk: 'Сервер не зрозумів повідомлення. Прийняте раніше збережено. Оновіть сторінку.',
    en: 'The server could not read a message. What was accepted before is kept. Reload the page.',
  },
  'document.update-too-large': {
    status: 413,
    uk: 'Зміна завелика для одного повідомлення. Збережене не зачеплено. Внесіть її частинами.',
    en: 'The change is too large for one message. What is saved is untouched. Make it in parts.',
  },
  'document.cell-too-large': {
    status: 413,
    uk: 'Завеликий вміст клітинки. Збережене не зачеплено. Скоротіть текст.',
    en: 'The content of a cell is too large. What is saved is untouched. Shorten the text.',
  },
  'document.nested-too-deep': {
    status: 413,
    uk: 'Списки й цитати вкладено одне в одне надто глибоко. Збережене не зачеплено. Зменште вкладеність.',
    en: 'Lists and quotes stand too deep within one another. What is saved is untouched. Nest them less.',
  },
  'document.full': {
    status: 413,
    uk: 'Аркуш досяг найбільшого розміру. Збережене не зачеплено. Приберіть зайві рядки або зверніться до адміністратора.',
    en: 'The sheet has reached its largest size. What is saved is untouched. Remove rows or ask the administrator.',
  },
  'document.foreign-client': {
    status: 403,
    uk: 'Зміну підписано чужим ідентифікатором, тому її відхилено. Збережене не зачеплено. Оновіть сторінку.',
    en: 'The change carries somebody else’s identifier and was refused. What is saved is untouched. Reload the page.',
  },
  'export.unknown-format': {
    status: 404,
    uk: 'Такого формату файлу немає. Нічого не сформовано. Оберіть один із тих, що пропонує «Експорт».',
    en: 'There is no such file format. No file was made. Choose one of those that “Export” offers.',
  },
  'export.busy': {
    status: 503,
    uk: 'Забагато файлів формується водночас. Цього файлу не сформовано, у звіті нічого не змінено. Спробуйте за хвилину.',
    en: 'Too many files are being made at once. This one was not made, nothing in the report was changed. Try again in a minute.',
  },
  'export.blocked': {
    status: 409,
    uk: 'Остаточний файл не сформовано. Місць у тексті, які треба виправити: {count}. Перше, у напрямі {direction}: «{first}». Текст і таблиці не змінено. Виправте ці місця або сформуйте чернетку.',
    en: 'The final file was not made. Places in the text to be mended: {count}. The first, in direction {direction}: “{first}”. The text and the tables are unchanged. Mend these places, or make a draft.',
  },
  'export.not-footing': {
    status: 409,
    uk: 'Остаточний файл не сформовано: {file}, {place} — має бути «{expected}», а прочитано «{found}». Звіт не змінено. Повідомте адміністратора; чернетку сформувати можна.',
    en: 'The final file was not made: {file}, {place} — it should say “{expected}”, and “{found}” was read there. The report is unchanged. Tell the administrator; a draft can still be made.',
  },
  'export.which-report': {
    status: 409,
    uk: 'Звітів за «{report}» кілька: {ids}. Файлів не записано. Задайте код одного з них.',
    en: 'There are several reports for “{report}”: {ids}. No file was written. Give the id of one.',
  },
  'export.not-written': {
    status: 507,
    uk: 'Файл {file} не записано ({detail}). Недописаного не лишилося, попередній файл не змінено. Звільніть місце або задайте іншу теку.',
    en: 'The file {file} was not written ({detail}). Nothing unfinished is left, and a file that was there before is unchanged. Free some space, or choose another folder.',
  },
  'export.personal-data': {
    status: 409,
    uk: 'У звіті є схоже на персональні дані, місць: {count}. Файл не сформовано, у звіті нічого не змінено. Перегляньте ці місця й підтвердьте публікацію або приберіть дані.',
    en: 'The report holds what looks like personal data, in places: {count}. No file was made, nothing in the report was changed. Look at the places, and confirm the publication or take the data out.',
  },
} as const satisfies Record<string, ErrorEntry>;
