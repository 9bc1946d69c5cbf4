import type { ErrorEntry } from './ErrorEntry.ts';

/** Of the server, its requests, its storage and its settings. */
export const serverErrors = {
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
  'journal.unreadable': {
    status: 500,
    uk: 'У журналі пошкоджено зміни: {place}. Тому звіт на цю мить не зібрати; решту не зачеплено. Оберіть іншу мить або зверніться до адміністратора: пошкоджене покаже npm run verify-journal.',
    en: 'Changes in the journal are damaged: {place}. So the report as of that moment cannot be put together; all else is untouched. Choose another moment, or ask the administrator: npm run verify-journal shows what is damaged.',
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
  'secret.key-missing': {
    status: 500,
    uk: 'Немає файла ключа {file}, а в базі є секрети, зашифровані ним. Сервер не запущено, дані не зачеплено. Поверніть ключ із копії на це місце. Якщо його втрачено, зніміть усім другий чинник командою npm run reset-factors.',
    en: 'The key file {file} is missing, and the database holds secrets that were encrypted by it. The server did not start, no data was touched. Put the key back from its copy. If it is lost, take everybody’s second factor off by npm run reset-factors.',
  },
  'secret.key-unreadable': {
    status: 500,
    uk: 'Файл ключа {file} не читається, не записується або містить не 32 байти в base64. Сервер не запущено, дані не зачеплено. Перевірте файл і права на нього.',
    en: 'The key file {file} cannot be read or written, or does not hold 32 bytes in base 64. The server did not start, no data was touched. Check the file and its permissions.',
  },
  'secret.wrong-key': {
    status: 500,
    uk: 'Ключ не той ({file}): секрети в базі зашифровано іншим. Сервер не запущено, дані не зачеплено. Візьміть ключ, що діяв, коли зроблено цю базу чи її копію. Якщо його втрачено, зніміть усім другий чинник командою npm run reset-factors.',
    en: 'This is not the key ({file}): the secrets in the database were encrypted by another. The server did not start, no data was touched. Use the key that was in force when this database, or its copy, was made. If it is lost, take everybody’s second factor off by npm run reset-factors.',
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
} as const satisfies Record<string, ErrorEntry>;
