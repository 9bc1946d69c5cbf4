import { directions2020, indicators2020, organisations2020 } from '../structure2020.ts';
import {
  buildActivity,
  type ExampleActivity,
  inPerson,
  mixed,
  online,
  spans,
  type Topic,
} from './buildActivity.ts';

const direction = directions2020.celebrations;
const honorary: Topic = { direction, indicator: indicators2020.honoraryCitizens };
const centenary: Topic = { direction, indicator: indicators2020.centenaryAwards };
const honoured: Topic = { direction, indicator: indicators2020.peopleHonoured };
const badges: Topic = { direction, indicator: indicators2020.badgesOfMerit };
const letters: Topic = { direction, indicator: indicators2020.lettersOfGreeting };
const forCelebrations: Topic = { direction, indicator: null };

const {
  executive,
  socialPolicy,
  education,
  services,
  visa,
  dovhyntsivskyi,
  inhuletskyi,
  metalurhiinyi,
  pokrovskyi,
  saksahanskyi,
  ternivskyi,
  tsentralnoMiskyi,
} = organisations2020;
const { q4, h1, h2, year } = spans;

export const celebrationActivities: readonly ExampleActivity[] = [
  buildActivity('a-071', executive, honorary, 'Рішення про нове звання «Почесний громадянин»', '2020-05-27', {
    quantity: 1,
  }),
  buildActivity(
    'a-072',
    executive,
    centenary,
    'Нагородження до сторіччя ради: депутати, журналісти, волонтери',
    h2,
    { quantity: 120 },
  ),
  buildActivity(
    'a-073',
    dovhyntsivskyi,
    centenary,
    'Подання від Довгинцівського району до сторіччя ради',
    h2,
    {
      quantity: 18,
    },
  ),
  buildActivity('a-074', inhuletskyi, centenary, 'Подання від Інгулецького району до сторіччя ради', h2, {
    quantity: 14,
  }),
  buildActivity('a-075', metalurhiinyi, centenary, 'Подання від Металургійного району до сторіччя ради', h2, {
    quantity: 22,
  }),
  buildActivity('a-076', pokrovskyi, centenary, 'Подання від Покровського району до сторіччя ради', h2, {
    quantity: 19,
  }),
  buildActivity('a-077', saksahanskyi, centenary, 'Подання від Саксаганського району до сторіччя ради', h2, {
    quantity: 21,
  }),
  buildActivity('a-078', ternivskyi, centenary, 'Подання від Тернівського району до сторіччя ради', h2, {
    quantity: 15,
  }),
  buildActivity(
    'a-079',
    tsentralnoMiskyi,
    centenary,
    'Подання від Центрально-Міського району до сторіччя ради',
    h2,
    { quantity: 19 },
  ),
  buildActivity('a-080', executive, honoured, 'Відзнаки міського голови та виконкому, перше півріччя', h1, {
    quantity: 375,
  }),
  buildActivity('a-081', executive, honoured, 'Відзнаки міського голови та виконкому, друге півріччя', h2, {
    quantity: 522,
  }),
  buildActivity('a-082', socialPolicy, honoured, 'Відзначення працівників соціальної сфери', '2020-11-06', {
    quantity: 96,
  }),
  buildActivity('a-083', education, honoured, 'Відзначення вчителів і вихователів', '2020-10-02', {
    quantity: 142,
  }),
  buildActivity('a-084', services, honoured, 'Відзначення державних реєстраторів', '2020-06-23', {
    quantity: 38,
  }),
  buildActivity('a-085', visa, honoured, 'Відзначення адміністраторів Центру', '2020-11-20', {
    quantity: 24,
  }),
  buildActivity(
    'a-086',
    dovhyntsivskyi,
    honoured,
    'Грамоти й подяки мешканцям Довгинцівського району',
    year,
    {
      quantity: 72,
    },
  ),
  buildActivity('a-087', inhuletskyi, honoured, 'Грамоти й подяки мешканцям Інгулецького району', year, {
    quantity: 58,
  }),
  buildActivity('a-088', metalurhiinyi, honoured, 'Грамоти й подяки мешканцям Металургійного району', year, {
    quantity: 91,
  }),
  buildActivity('a-089', pokrovskyi, honoured, 'Грамоти й подяки мешканцям Покровського району', year, {
    quantity: 77,
  }),
  buildActivity('a-090', saksahanskyi, honoured, 'Грамоти й подяки мешканцям Саксаганського району', year, {
    quantity: 86,
  }),
  buildActivity('a-091', ternivskyi, honoured, 'Грамоти й подяки мешканцям Тернівського району', year, {
    quantity: 61,
  }),
  buildActivity(
    'a-092',
    tsentralnoMiskyi,
    honoured,
    'Грамоти й подяки мешканцям Центрально-Міського району',
    year,
    { quantity: 75 },
  ),
  buildActivity('a-093', executive, badges, 'Вручення нагрудних знаків, перше півріччя', h1, {
    quantity: 21,
  }),
  buildActivity('a-094', executive, badges, 'Вручення нагрудних знаків, друге півріччя', h2, {
    quantity: 37,
  }),
  buildActivity('a-095', executive, letters, 'Вітання підприємствам і ювілярам, перше півріччя', h1, {
    quantity: 74,
  }),
  buildActivity('a-096', executive, letters, 'Вітання підприємствам і ювілярам, друге півріччя', h2, {
    quantity: 76,
  }),
  buildActivity('a-097', executive, forCelebrations, 'Урочистості до Дня Соборності', '2020-01-22', {
    ...inPerson,
  }),
  buildActivity(
    'a-098',
    executive,
    forCelebrations,
    'Покладання квітів і концерт до річниці визволення міста',
    '2020-02-22',
    { ...inPerson },
  ),
  buildActivity('a-099', executive, forCelebrations, 'Концертна програма до Дня міста', '2020-05-31', {
    state: 'cancelled',
    reason: 'Масові заходи заборонено на час карантину',
  }),
  buildActivity(
    'a-100',
    executive,
    forCelebrations,
    'Підняття прапора та вшанування захисників',
    '2020-08-23/2020-08-24',
    {
      ...inPerson,
      note: 'Без глядачів, невеликим колом',
    },
  ),
  buildActivity('a-101', executive, forCelebrations, 'Виставка й фотоальбом до сторіччя міської ради', q4, {
    ...mixed,
  }),
  buildActivity(
    'a-102',
    visa,
    forCelebrations,
    'Дитячі малюнки в залі Центру: зимові та весняні виставки',
    h1,
    {
      quantity: 5,
      ...inPerson,
    },
  ),
  buildActivity(
    'a-103',
    visa,
    forCelebrations,
    'Дитячі малюнки до дня народження міста, інтернет-галерея',
    '2020-05-25/2020-06-14',
    { quantity: 1, ...online },
  ),
  buildActivity(
    'a-104',
    education,
    forCelebrations,
    'Конкурс шкільних відео про рідне місто',
    '2020-09-07/2020-10-09',
    { ...online },
  ),
];
