/**
 * Every error the product can answer with: a stable code, the HTTP status it travels with, and what
 * the user reads, saying what happened, what is kept and what to do. Codes never change meaning;
 * texts may be improved. `{name}` is filled from the error's parameters.
 */
type Entry = { status: number; uk: string; en: string };

export const errorCatalogue = {
  'request.invalid': {
    status: 400,
    uk: 'Запит містить помилку: {detail}. Нічого не змінено. Виправте й повторіть.',
    en: 'The request is not valid: {detail}. Nothing was changed. Correct it and try again.',
  },
  'request.too-large': {
    status: 413,
    uk: 'Забагато даних за один раз. Нічого не змінено. Поділіть на менші частини.',
    en: 'Too much data at once. Nothing was changed. Send it in smaller parts.',
  },
  'request.origin': {
    status: 403,
    uk: 'Запит надійшов з іншого сайту, тому його відхилено. Відкрийте Звіт за його власною адресою.',
    en: 'The request came from another site and was refused. Open Zvit at its own address.',
  },
  'request.too-many': {
    status: 429,
    uk: 'Забагато запитів. Ваші дані збережено. Зачекайте {seconds} с і повторіть.',
    en: 'Too many requests. Your data is kept. Wait {seconds} s and try again.',
  },
  'request.gone': {
    status: 499,
    uk: 'Запит скасовано, доки готувалася відповідь. Нічого не змінено. Повторіть його.',
    en: 'The request was cancelled while its answer was being made. Nothing was changed. Ask again.',
  },
  'route.unknown': {
    status: 404,
    uk: 'Такої адреси немає. Перевірте посилання.',
    en: 'There is no such address. Check the link.',
  },
  'session.required': {
    status: 401,
    uk: 'Сеанс завершено. Незбережене лишилося в цьому браузері. Увійдіть знову.',
    en: 'Your session has ended. Unsent changes are kept in this browser. Sign in again.',
  },
  'session.wrong-credentials': {
    status: 401,
    uk: 'Ім’я для входу або пароль не підходить. Перевірте розкладку та Caps Lock.',
    en: 'The login or the password is wrong. Check the keyboard layout and Caps Lock.',
  },
  'session.locked': {
    status: 429,
    uk: 'Забагато невдалих спроб. Вхід закрито на {minutes} хв. Зачекайте або зверніться до адміністратора.',
    en: 'Too many failed attempts. Sign-in is closed for {minutes} min. Wait, or ask the administrator.',
  },
  'session.disabled': {
    status: 403,
    uk: 'Обліковий запис вимкнено. Зверніться до адміністратора.',
    en: 'This account is switched off. Ask the administrator.',
  },
  'password.wrong-current': {
    status: 422,
    uk: 'Нинішній пароль не підходить. Пароль не змінено. Перевірте розкладку та Caps Lock.',
    en: 'The current password is wrong. The password was not changed. Check the keyboard layout and Caps Lock.',
  },
  'token.invalid': {
    status: 401,
    uk: 'Ключ доступу недійсний або відкликаний. Створіть новий у профілі.',
    en: 'The access token is not valid or was revoked. Make a new one in your profile.',
  },
  'token.unknown': {
    status: 404,
    uk: 'Такого ключа доступу вже немає. Оновіть сторінку.',
    en: 'There is no such access token any more. Reload the page.',
  },
  'session.unknown': {
    status: 404,
    uk: 'Такого сеансу вже немає. Оновіть сторінку.',
    en: 'There is no such session any more. Reload the page.',
  },
  'setup.done': {
    status: 409,
    uk: 'Адміністратора вже створено. Увійдіть.',
    en: 'An administrator already exists. Sign in.',
  },
  'demo.off': {
    status: 404,
    uk: 'Швидкий вхід є лише в демонстраційному режимі.',
    en: 'One-click sign-in exists in demo mode only.',
  },
  'access.report': {
    status: 403,
    uk: 'Ви не берете участі в цьому звіті. Попросіть координатора додати вас.',
    en: 'You take no part in this report. Ask its coordinator to add you.',
  },
  'access.not-your-sheet': {
    status: 403,
    uk: 'Рядок заповнює інший виконавець: {organisation}. Ви можете його лише переглядати.',
    en: 'This row belongs to another organisation: {organisation}. You may only read it.',
  },
  'access.viewer': {
    status: 403,
    uk: 'У вас є право лише переглядати цей звіт.',
    en: 'You may only read this report.',
  },
  'access.sheet-locked': {
    status: 409,
    uk: 'Аркуш уже подано координатору, тому змінити його не можна. Попросіть повернути його на доопрацювання.',
    en: 'The sheet has been submitted and cannot be changed. Ask the coordinator to return it.',
  },
  'access.narrative': {
    status: 403,
    uk: 'Текст цього напряму веде інший виконавець. Ви можете його лише переглядати.',
    en: 'The text of this direction belongs to another organisation. You may only read it.',
  },
  'access.coordinator-only': {
    status: 403,
    uk: 'Це може зробити лише координатор звіту.',
    en: 'Only the coordinator of the report may do this.',
  },
  'access.administrator-only': {
    status: 403,
    uk: 'Це може зробити лише адміністратор.',
    en: 'Only the administrator may do this.',
  },
  'report.unknown': {
    status: 404,
    uk: 'Такого звіту немає. Поверніться до списку звітів.',
    en: 'There is no such report. Go back to the list of reports.',
  },
  'journal.unreadable': {
    status: 500,
    uk: 'У журналі пошкоджено зміни: {place}. Тому звіт на цю мить не зібрати; решту не зачеплено. Оберіть іншу мить або зверніться до адміністратора: пошкоджене покаже npm run verify-journal.',
    en: 'Changes in the journal are damaged: {place}. So the report as of that moment cannot be put together; all else is untouched. Choose another moment, or ask the administrator: npm run verify-journal shows what is damaged.',
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
  'cell.refused': {
    status: 422,
    uk: 'Значення «{value}» не підходить для стовпця «{column}». Попереднє значення лишилося.',
    en: '“{value}” does not fit the column “{column}”. The previous value is kept.',
  },
  'cell.negative': {
    status: 422,
    uk: '«{value}» менше за нуль, а кількість такою не буває. Попереднє значення лишилося.',
    en: '“{value}” is below zero, and a quantity cannot be. The previous value is kept.',
  },
  'cell.too-long': {
    status: 422,
    uk: 'Текст «{value}» задовгий для стовпця «{column}»: {length} знаків, а вміщається {limit}. Скоротіть його.',
    en: 'The text “{value}” is too long for the column “{column}”: {length} characters, of which {limit} fit. Shorten it.',
  },
  'cell.ambiguous-count': {
    status: 422,
    uk: '«{value}» можна прочитати двояко: кома чи крапка може ділити тисячі або дроби. Оберіть, що мається на увазі.',
    en: '“{value}” can be read in two ways: its mark may part thousands or a fraction. Choose what is meant.',
  },
  'cell.shown-otherwise': {
    status: 422,
    uk: 'Показано «{value}», а збережено там {held}. Оберіть, що вставити.',
    en: '“{value}” is shown, but {held} is stored there. Choose what to put in.',
  },
  'cell.serial-date': {
    status: 422,
    uk: '«{value}» схоже на дату, яку таблиця зберігає числом: {day}. Підтвердьте або лишіть як було.',
    en: '“{value}” looks like a date that a spreadsheet stores as a number: {day}. Confirm it, or leave the cell as it is.',
  },
  'cell.lost-zero': {
    status: 422,
    uk: 'У КПКВК «{value}» шість цифр замість семи: мабуть, таблиця загубила нуль спереду. Оберіть правильний.',
    en: 'KPKVK “{value}” has six digits instead of seven: a spreadsheet has probably dropped the zero in front. Choose the right one.',
  },
  'cell.control-characters': {
    status: 422,
    uk: 'У тексті «{value}» для стовпця «{column}» є невидимі керівні знаки, яких не вмістить жоден файл. Вставте без них або лишіть як було.',
    en: 'The text “{value}” for the column “{column}” holds invisible control characters that no file can hold. Put it in without them, or leave the cell as it is.',
  },
  'cell.hidden-link': {
    status: 422,
    uk: '«{value}» — це підпис, за яким стоїть адреса. Підтвердьте адресу або лишіть як було.',
    en: '“{value}” is a caption with an address behind it. Confirm the address, or leave the cell as it is.',
  },
  'cell.unknown-choice': {
    status: 422,
    uk: 'У стовпці «{column}» немає значення «{value}». Оберіть зі списку або лишіть порожнім.',
    en: 'The column “{column}” has no value “{value}”. Choose one from the list, or leave the cell empty.',
  },
  'cell.several-choices': {
    status: 422,
    uk: 'Значення «{value}» у стовпці «{column}» підходить кільком рядкам списку. Оберіть потрібний.',
    en: '“{value}” in the column “{column}” fits several values of the list. Choose the one that is meant.',
  },
  'cell.other-direction': {
    status: 422,
    uk: 'Показник «{value}» належить іншому напряму. Оберіть показник напряму цього рядка або лишіть порожнім.',
    en: 'The indicator “{value}” belongs to another direction. Choose one of the row’s direction, or leave the cell empty.',
  },
  'cell.thousand-off': {
    status: 422,
    uk: '«{value}» приблизно в 1 000 разів відрізняється від звичного тут ({usual}). Перевірте, чи це гривні, чи тисячі гривень.',
    en: '“{value}” is about 1,000 times off what is usual here ({usual}). Check whether these are hryvnias or thousands of hryvnias.',
  },
  'cell.in-thousands': {
    status: 422,
    uk: '«{value}»: заголовок стовпця каже, що це тисячі гривень, а тут ведуть гривні. Оберіть, що вставити.',
    en: '“{value}”: the column’s title says thousands of hryvnias, and here are hryvnias. Choose what to put in.',
  },
  'clipboard.too-large': {
    status: 413,
    uk: 'У буфері обміну приблизно {size} млн знаків, а вставити можна до {limit} млн. Нічого не змінено. Вставте частинами або імпортуйте файл.',
    en: 'The clipboard holds about {size} million characters; up to {limit} million can be pasted. Nothing was changed. Paste in parts, or import the file.',
  },
  'clipboard.too-many-lines': {
    status: 413,
    uk: 'У буфері обміну {count} рядків, а вставити за один раз можна до {limit}. Нічого не змінено. Вставте частинами.',
    en: 'The clipboard holds {count} lines; up to {limit} can be pasted at once. Nothing was changed. Paste in parts.',
  },
  'clipboard.empty': {
    status: 422,
    uk: 'У буфері обміну немає тексту. Нічого не змінено. Скопіюйте клітинки ще раз.',
    en: 'There is no text on the clipboard. Nothing was changed. Copy the cells again.',
  },
  'clipboard.refused': {
    status: 403,
    uk: 'Браузер не дозволив сторінці прочитати буфер обміну. Нічого не змінено. Натисніть Ctrl+V: це працює завжди.',
    en: 'The browser did not let the page read the clipboard. Nothing was changed. Press Ctrl+V: that always works.',
  },
  'clipboard.ranges': {
    status: 422,
    uk: 'Скопійоване не вміщається порівну в кілька вибраних ділянок. Нічого не змінено. Виберіть одну ділянку або одну клітинку.',
    en: 'What was copied does not fit the several selected ranges evenly. Nothing was changed. Select one range, or one cell.',
  },
  'money.not-a-number': {
    status: 422,
    uk: '«{value}» — не сума. Введіть, наприклад, 390 023,56.',
    en: '“{value}” is not an amount. Enter, for example, 390 023,56.',
  },
  'money.ambiguous': {
    status: 422,
    uk: '«{value}» можна прочитати двояко. Введіть {large} або {small}.',
    en: '“{value}” can be read in two ways. Enter {large} or {small}.',
  },
  'money.negative': {
    status: 422,
    uk: 'Сума не може бути від’ємною. Попереднє значення лишилося.',
    en: 'An amount cannot be negative. The previous value is kept.',
  },
  'money.too-precise': {
    status: 422,
    uk: 'У сумі «{value}» більше двох знаків після коми. Округліть до копійок.',
    en: '“{value}” has more than two decimals. Round it to kopiykas.',
  },
  'money.too-large': {
    status: 422,
    uk: 'Сума «{value}» завелика. Перевірте, чи не введено копійки замість гривень.',
    en: 'The amount “{value}” is too large. Check that it is not kopiykas instead of hryvnias.',
  },
  'date.not-a-date': {
    status: 422,
    uk: '«{value}» — не дата. Введіть, наприклад, 19.08.2020 або 01.03.2020–31.03.2020.',
    en: '“{value}” is not a date. Enter, for example, 19.08.2020 or 01.03.2020–31.03.2020.',
  },
  'date.no-such-day': {
    status: 422,
    uk: 'Дня «{value}» не існує. Перевірте число й місяць.',
    en: 'There is no such day as “{value}”. Check the day and the month.',
  },
  'date.reversed': {
    status: 422,
    uk: 'У «{value}» кінець раніше за початок. Поміняйте дати місцями.',
    en: 'In “{value}” the end comes before the beginning. Swap the dates.',
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
  'user.login-taken': {
    status: 409,
    uk: 'Таке ім’я для входу вже є. Оберіть інше.',
    en: 'This login is taken. Choose another.',
  },
  'user.unknown': {
    status: 404,
    uk: 'Такого користувача немає. Оновіть сторінку.',
    en: 'There is no such user. Reload the page.',
  },
  'user.membership-invalid': {
    status: 422,
    uk: 'Права «{membership}» вказано двічі, або такого звіту чи виконавця немає. Нічого не змінено. Оновіть сторінку й повторіть.',
    en: 'The membership “{membership}” is given twice, or there is no such report or organisation. Nothing was changed. Reload the page and try again.',
  },
  'user.last-administrator': {
    status: 409,
    uk: 'Це останній адміністратор. Спершу призначте іншого.',
    en: 'This is the last administrator. Appoint another first.',
  },
  'view.unknown': {
    status: 404,
    uk: 'Такого вигляду вже немає. Таблиця лишилася як була. Оберіть інший або збережіть його наново.',
    en: 'There is no such view any more. The table stays as it is. Choose another, or save it anew.',
  },
  'view.name-taken': {
    status: 409,
    uk: 'Вигляд «{name}» у цій таблиці вже є. Нічого не змінено. Дайте іншу назву.',
    en: 'This table already has a view “{name}”. Nothing was changed. Choose another name.',
  },
  'view.too-many': {
    status: 409,
    uk: 'Виглядів уже {limit}, більше зберегти не можна. Нічого не змінено. Видаліть зайвий.',
    en: 'There are {limit} views already, which is all there may be. Nothing was changed. Delete one first.',
  },
  'view.changed': {
    status: 409,
    uk: 'Вигляд «{name}» тим часом змінили. Ваше не записано, таблиця лишилася як була. Відкрийте його знову або збережіть своє під іншою назвою.',
    en: 'The view “{name}” has been changed in the meantime. Yours was not saved, the table stays as it is. Open it again, or save yours under another name.',
  },
  'storage.full': {
    status: 507,
    uk: 'На сервері скінчилося місце. Збережене не зачеплено, нове чекає у вашому браузері. Повідомте адміністратора.',
    en: 'The server is out of disk space. What is saved is untouched; new changes wait in your browser. Tell the administrator.',
  },
  'storage.unavailable': {
    status: 503,
    uk: 'Сховище не відповідає. Збережене не зачеплено, нове чекає у вашому браузері. Спробуйте за хвилину.',
    en: 'The storage does not answer. What is saved is untouched; new changes wait in your browser. Try again in a minute.',
  },
  'storage.locked': {
    status: 503,
    uk: 'З цим файлом бази вже працює інший сервер. Зупиніть його або задайте інший файл.',
    en: 'Another server is already running on this database file. Stop it, or choose another file.',
  },
  'config.invalid': {
    status: 500,
    uk: 'Налаштування {name} має непридатне значення ({detail}). Сервер не запущено, дані не зачеплено. Виправте змінну середовища.',
    en: 'The setting {name} has a value that does not fit ({detail}). The server did not start, no data was touched. Correct the environment variable.',
  },
  'server.port-taken': {
    status: 503,
    uk: 'Адресу {host}:{port} уже зайнято, або її не можна слухати. Сервер не запущено, дані не зачеплено. Зупиніть іншу програму або задайте іншу змінну PORT.',
    en: 'The address {host}:{port} is taken or cannot be listened on. The server did not start, no data was touched. Stop the other program, or set another PORT.',
  },
  'storage.newer-version': {
    status: 503,
    uk: 'З цією базою вже працювала новіша версія Звіту. У базі нічого не змінено. Запустіть ту версію або відновіть резервну копію.',
    en: 'A newer version of Zvit has already used this database. Nothing in it was changed. Run that version, or restore a backup.',
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
  'storage.damaged': {
    status: 500,
    uk: 'База {file} пошкоджена, тому копії з неї не зроблено. Нічого не змінено. Перевірте її командою npm run verify-journal -- {file}.',
    en: 'The database {file} is damaged, so it was not copied. Nothing was changed. Look at it with npm run verify-journal -- {file}.',
  },
  'backup.not-sqlite': {
    status: 400,
    uk: 'Дані зберігає PostgreSQL: копію робить pg_dump, відновлює pg_restore. Нічого не змінено.',
    en: 'The data is in PostgreSQL: pg_dump makes a copy of it and pg_restore restores it. Nothing was changed.',
  },
  'server.stopping': {
    status: 503,
    uk: 'Сервер перезапускається. Незбережене лишилося у вас і надішлеться саме.',
    en: 'The server is restarting. What is unsent is kept and will be sent by itself.',
  },
  'server.failed': {
    status: 500,
    uk: 'На сервері сталася помилка. Збережене не зачеплено. Спробуйте ще раз; якщо не допоможе, передайте адміністратору код {requestId}.',
    en: 'The server failed. What is saved is untouched. Try again; if it does not help, give the administrator the code {requestId}.',
  },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof errorCatalogue;

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}
