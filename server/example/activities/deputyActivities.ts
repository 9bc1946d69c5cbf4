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

const direction = directions2020.deputies;
const committee: Topic = { direction, indicator: indicators2020.committeeMeetings };
const plenary: Topic = { direction, indicator: indicators2020.plenarySittings };
const deputyTraining: Topic = { direction, indicator: indicators2020.deputyTrainings };
const forDeputies: Topic = { direction, indicator: null };

const { executive, pokrovskyi, saksahanskyi } = organisations2020;
const { q1, q2, q3, q4, h1, year } = spans;

export const deputyActivities: readonly ExampleActivity[] = [
  buildActivity(
    'a-001',
    executive,
    committee,
    'Підготовка й проведення засідань комісій перед зимовими сесіями',
    q1,
    {
      quantity: 15,
      ...inPerson,
    },
  ),
  buildActivity(
    'a-002',
    executive,
    committee,
    'Комісії у весняний період: частину засідань перенесено у відеозв’язок',
    q2,
    {
      quantity: 14,
      ...mixed,
    },
  ),
  buildActivity('a-003', executive, committee, 'Комісії напередодні місцевих виборів', q3, {
    quantity: 12,
    ...mixed,
  }),
  buildActivity('a-004', executive, committee, 'Комісії нового скликання, розгляд проєкту бюджету', q4, {
    quantity: 14,
    ...mixed,
  }),
  buildActivity('a-005', executive, plenary, 'Пленарні засідання зимових сесій', q1, {
    quantity: 3,
    ...inPerson,
  }),
  buildActivity(
    'a-006',
    executive,
    plenary,
    'Пленарні засідання весняних сесій з дотриманням дистанції',
    q2,
    {
      quantity: 3,
      ...inPerson,
    },
  ),
  buildActivity('a-007', executive, plenary, 'Пленарні засідання літніх та вересневих сесій', q3, {
    quantity: 3,
    ...inPerson,
  }),
  buildActivity('a-008', executive, plenary, 'Завершення повноважень і перші сесії нового скликання', q4, {
    quantity: 4,
    ...inPerson,
  }),
  buildActivity(
    'a-009',
    executive,
    deputyTraining,
    'Онлайн-заняття про електронні послуги держави та портал «Віза»',
    '2020-05-21',
    {
      quantity: 1,
      ...online,
      note: 'Матеріали розіслано електронною поштою',
    },
  ),
  buildActivity(
    'a-010',
    executive,
    deputyTraining,
    'Заняття для новообраних: електронна система ради, декларування',
    '2020-12-10',
    {
      quantity: 1,
      ...inPerson,
    },
  ),
  buildActivity(
    'a-011',
    pokrovskyi,
    forDeputies,
    'Допомога депутатам у проведенні прийомів мешканців',
    year,
    {
      quantity: 34,
      ...mixed,
      note: 'З квітня прийом вели телефоном',
    },
  ),
  buildActivity(
    'a-012',
    saksahanskyi,
    forDeputies,
    'Узгодження з депутатами планів благоустрою мікрорайонів',
    h1,
    {
      quantity: 9,
      ...inPerson,
    },
  ),
  buildActivity('a-013', executive, forDeputies, 'Виїзний семінар для голів комісій', '2020-04-16', {
    state: 'cancelled',
    reason: 'Скасовано через карантинні обмеження',
  }),
];
