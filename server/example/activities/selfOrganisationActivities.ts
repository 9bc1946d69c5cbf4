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

const direction = directions2020.selfOrganisation;
const committeesOfResidents: Topic = { direction, indicator: indicators2020.selfOrganisationMeetings };
const roundTable: Topic = { direction, indicator: indicators2020.roundTables };
const forSelfOrganisation: Topic = { direction, indicator: null };

const {
  executive,
  dovhyntsivskyi,
  inhuletskyi,
  metalurhiinyi,
  pokrovskyi,
  saksahanskyi,
  ternivskyi,
  tsentralnoMiskyi,
} = organisations2020;
const { h1, h2 } = spans;

export const selfOrganisationActivities: readonly ExampleActivity[] = [
  buildActivity(
    'a-050',
    dovhyntsivskyi,
    committeesOfResidents,
    'Наради з головами квартальних комітетів, сходи мешканців',
    h1,
    { quantity: 7, ...mixed },
  ),
  buildActivity(
    'a-051',
    dovhyntsivskyi,
    committeesOfResidents,
    'Зустрічі про борги за тепло та реструктуризацію',
    h2,
    { quantity: 6, ...mixed },
  ),
  buildActivity(
    'a-052',
    inhuletskyi,
    committeesOfResidents,
    'Семінари для вуличних комітетів приватного сектору',
    h1,
    { quantity: 5, ...inPerson },
  ),
  buildActivity('a-053', inhuletskyi, committeesOfResidents, 'Сходи мешканців селищ щодо благоустрою', h2, {
    quantity: 5,
    ...inPerson,
  }),
  buildActivity('a-054', metalurhiinyi, committeesOfResidents, 'Навчання голів будинкових комітетів', h1, {
    quantity: 8,
    ...mixed,
  }),
  buildActivity(
    'a-055',
    metalurhiinyi,
    committeesOfResidents,
    'Зустрічі про створення об’єднань співвласників',
    h2,
    { quantity: 7, ...mixed },
  ),
  buildActivity('a-056', pokrovskyi, committeesOfResidents, 'Інформаційні зустрічі у дворах', h1, {
    quantity: 7,
    ...inPerson,
  }),
  buildActivity(
    'a-057',
    pokrovskyi,
    committeesOfResidents,
    'Наради про потреби в адміністративних послугах',
    h2,
    {
      quantity: 7,
      ...mixed,
    },
  ),
  buildActivity(
    'a-058',
    saksahanskyi,
    committeesOfResidents,
    'Семінари про субсидії для активу мікрорайонів',
    h1,
    { quantity: 8, ...mixed },
  ),
  buildActivity(
    'a-059',
    saksahanskyi,
    committeesOfResidents,
    'Сходи мешканців щодо утримання прибудинкових територій',
    h2,
    { quantity: 8, ...inPerson },
  ),
  buildActivity('a-060', ternivskyi, committeesOfResidents, 'Наради з активом селищних комітетів', h1, {
    quantity: 6,
    ...inPerson,
  }),
  buildActivity(
    'a-061',
    ternivskyi,
    committeesOfResidents,
    'Зустрічі зі споживачами комунальних послуг',
    h2,
    {
      quantity: 5,
      ...mixed,
    },
  ),
  buildActivity(
    'a-062',
    tsentralnoMiskyi,
    committeesOfResidents,
    'Зустрічі мешканців старого міста з комунальниками',
    h1,
    { quantity: 7, ...inPerson },
  ),
  buildActivity(
    'a-063',
    tsentralnoMiskyi,
    committeesOfResidents,
    'Навчальні зустрічі для нових голів комітетів',
    h2,
    { quantity: 7, ...mixed },
  ),
  buildActivity('a-064', executive, roundTable, 'Про співпрацю влади й партійних осередків', '2020-02-20', {
    quantity: 1,
    ...inPerson,
  }),
  buildActivity(
    'a-065',
    executive,
    roundTable,
    'Про підтримку ветеранських організацій у карантин',
    '2020-06-25',
    { quantity: 1, ...online },
  ),
  buildActivity('a-066', executive, roundTable, 'Про доступність міського простору', '2020-09-17', {
    quantity: 1,
    ...mixed,
  }),
  buildActivity('a-067', executive, roundTable, 'Про громадський бюджет наступного року', '2020-12-03', {
    quantity: 1,
    ...online,
  }),
  buildActivity('a-068', executive, roundTable, 'Про волонтерський рух міста', '2020-04-23', {
    state: 'cancelled',
    reason: 'Скасовано через карантинні обмеження',
  }),
  buildActivity(
    'a-069',
    executive,
    forSelfOrganisation,
    'Мобільна версія міського ресурсу про органи самоорганізації',
    '2020-08-01/2020-11-30',
    {
      ...online,
      link: 'https://kr.gov.ua/',
    },
  ),
  buildActivity(
    'a-070',
    executive,
    forSelfOrganisation,
    'Міський форум голів комітетів мешканців',
    '2020-10-22',
    {
      state: 'postponed',
      reason: 'Перенесено до послаблення карантину',
    },
  ),
];
