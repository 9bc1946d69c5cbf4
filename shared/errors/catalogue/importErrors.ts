import type { ErrorEntry } from './ErrorEntry.ts';

/** Of spreadsheets that are read in. */
export const importErrors = {
  'import.too-large': {
    status: 413,
    uk: 'Файл більший за {limit} МіБ, тому його не прочитано. У звіті нічого не змінено. Залиште в ньому лише потрібні аркуші, без малюнків.',
    en: 'The file is larger than {limit} MiB and was not read. Nothing in the report was changed. Leave only the sheets you need in it, without pictures.',
  },
  'import.empty': {
    status: 422,
    uk: 'Файл порожній. Оберіть файл із таблицею.',
    en: 'The file is empty. Choose a file with a table in it.',
  },
  'import.unreadable': {
    status: 422,
    uk: 'Файл не вдалося прочитати: можливо, це тека або файл уже перенесено. Оберіть файл ще раз.',
    en: 'The file could not be read: it may be a folder, or it has been moved. Choose the file again.',
  },
  'import.one-file': {
    status: 422,
    uk: 'Імпортується по одному файлу. Нічого не змінено. Перетягніть один файл.',
    en: 'Files are imported one at a time. Nothing was changed. Drop one file.',
  },
  'import.broken': {
    status: 422,
    uk: 'Файл пошкоджений, тому з нього нічого не взято. Відкрийте його в Excel або LibreOffice, збережіть як XLSX і спробуйте знову.',
    en: 'The file is damaged, so nothing was taken from it. Open it in Excel or LibreOffice, save it as XLSX and try again.',
  },
  'import.password': {
    status: 422,
    uk: 'Файл захищено паролем, тому прочитати його не можна. Відкрийте його в Excel, зніміть пароль (Файл → Відомості → Захистити книгу), збережіть і спробуйте знову.',
    en: 'The file is protected by a password and cannot be read. Open it in Excel, remove the password (File → Info → Protect Workbook), save it and try again.',
  },
  'import.xls': {
    status: 422,
    uk: 'Це книга старого формату .xls. Відкрийте її в Excel або LibreOffice, збережіть як XLSX і оберіть новий файл.',
    en: 'This is a workbook of the old .xls format. Open it in Excel or LibreOffice, save it as XLSX and choose the new file.',
  },
  'import.xlsb': {
    status: 422,
    uk: 'Це двійкова книга .xlsb. Відкрийте її в Excel, збережіть як XLSX і оберіть новий файл.',
    en: 'This is a binary .xlsb workbook. Open it in Excel, save it as XLSX and choose the new file.',
  },
  'import.opendocument': {
    status: 422,
    uk: 'Це файл OpenDocument (.ods). Відкрийте його в LibreOffice, збережіть як XLSX і оберіть новий файл.',
    en: 'This is an OpenDocument file (.ods). Open it in LibreOffice, save it as XLSX and choose the new file.',
  },
  'import.document': {
    status: 422,
    uk: 'Це текстовий документ або презентація, а не таблиця. Скопіюйте таблицю в Excel, збережіть як XLSX і оберіть новий файл.',
    en: 'This is a document or a presentation and no spreadsheet. Copy its table into Excel, save that as XLSX and choose the new file.',
  },
  'import.pdf': {
    status: 422,
    uk: 'Це PDF: таблицю з нього прочитати не можна. Попросіть початковий файл XLSX або CSV.',
    en: 'This is a PDF, from which a table cannot be read. Ask for the original XLSX or CSV file.',
  },
  'import.markup': {
    status: 422,
    uk: 'Це вебсторінка або XML, хоч би як файл називався. Відкрийте його в Excel або LibreOffice, збережіть як XLSX і оберіть новий файл.',
    en: 'This is a web page or XML, whatever the file is called. Open it in Excel or LibreOffice, save it as XLSX and choose the new file.',
  },
  'import.not-a-table': {
    status: 422,
    uk: 'Це не таблиця XLSX і не CSV. Збережіть таблицю в одному з цих форматів і оберіть новий файл.',
    en: 'This is neither an XLSX workbook nor CSV. Save the table in one of these formats and choose the new file.',
  },
  'import.no-workbook': {
    status: 422,
    uk: 'Це архів, але не книга Excel. Якщо таблиця всередині, розпакуйте архів і оберіть її.',
    en: 'This is an archive, but no Excel workbook. If the table is inside, unpack the archive and choose the table.',
  },
  'import.no-sheets': {
    status: 422,
    uk: 'У книзі немає аркушів із клітинками. Оберіть інший файл.',
    en: 'The workbook has no sheets with cells. Choose another file.',
  },
  'import.quotes': {
    status: 422,
    uk: 'Лапки, відкриті в рядку {row}, ніде не закриті, тому далі нічого не прочитати. Закрийте їх у файлі й спробуйте знову.',
    en: 'The quotation mark opened in line {row} is never closed, so nothing after it can be read. Close it in the file and try again.',
  },
  'import.too-many-rows': {
    status: 413,
    uk: '{sheet}: понад {limit} рядків. Нічого не взято. Поділіть таблицю на частини.',
    en: '{sheet}: more than {limit} rows. Nothing was taken. Split the table into parts.',
  },
  'import.too-many-columns': {
    status: 413,
    uk: '{sheet}: понад {limit} стовпців. Нічого не взято. Залиште лише потрібні стовпці.',
    en: '{sheet}: more than {limit} columns. Nothing was taken. Leave only the columns you need.',
  },
  'import.too-many-cells': {
    status: 413,
    uk: '{sheet}: понад {limit} заповнених клітинок. Нічого не взято. Поділіть таблицю на частини.',
    en: '{sheet}: more than {limit} cells with something in them. Nothing was taken. Split the table into parts.',
  },
  'import.too-many-merges': {
    status: 413,
    uk: '{sheet}: понад {limit} об’єднань клітинок. Нічого не взято. Скасуйте об’єднання в Excel.',
    en: '{sheet}: more than {limit} merged ranges. Nothing was taken. Unmerge the cells in Excel.',
  },
  'import.too-long-cell': {
    status: 413,
    uk: 'У файлі є клітинка, довша за {limit} символів. Нічого не взято. Скоротіть її.',
    en: 'The file has a cell longer than {limit} characters. Nothing was taken. Shorten it.',
  },
  'import.too-many-sheets': {
    status: 413,
    uk: 'У книзі понад {limit} аркушів. Нічого не взято. Залиште лише потрібні.',
    en: 'The workbook has more than {limit} sheets. Nothing was taken. Leave only those you need.',
  },
  'import.too-many-texts': {
    status: 413,
    uk: 'У книзі понад {limit} різних текстів. Нічого не взято. Поділіть її на частини.',
    en: 'The workbook has more than {limit} different texts. Nothing was taken. Split it into parts.',
  },
  'import.too-many-entries': {
    status: 413,
    uk: 'У файлі понад {limit} складових, як не буває в таблиці. Нічого не взято. Збережіть потрібний аркуш окремою книгою.',
    en: 'The file has more than {limit} parts, which no table has. Nothing was taken. Save the sheet you need as a workbook of its own.',
  },
  'import.too-much-inflated': {
    status: 413,
    uk: 'Розпакований файл більший за {limit} МіБ. Читання зупинено, нічого не взято. Поділіть таблицю на частини.',
    en: 'Unpacked, the file is larger than {limit} MiB. Reading was stopped and nothing was taken. Split the table into parts.',
  },
  'import.ratio': {
    status: 413,
    uk: 'Файл розпаковується більш ніж у {limit} разів, як шкідливий архів. Читання зупинено, нічого не взято. Якщо файл ваш, скопіюйте самі дані в нову книгу.',
    en: 'The file unpacks to more than {limit} times its size, as a harmful archive does. Reading was stopped and nothing was taken. If the file is yours, copy the data alone into a new workbook.',
  },
  'file.exists': {
    status: 409,
    uk: 'Файл {file} уже є, його не змінено. Задайте іншу назву.',
    en: 'The file {file} exists already and was left as it is. Choose another name.',
  },
  'file.missing': {
    status: 404,
    uk: 'Файлу {file} немає. Нічого не змінено. Перевірте шлях.',
    en: 'There is no file {file}. Nothing was changed. Check the path.',
  },
} as const satisfies Record<string, ErrorEntry>;
