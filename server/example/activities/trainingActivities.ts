import { directions2020, organisations2020 } from '../structure2020.ts';
import {
  buildActivity,
  type ExampleActivity,
  inPerson,
  mixed,
  online,
  spans,
  type Topic,
} from './buildActivity.ts';

const direction = directions2020.training;
const training: Topic = { direction, indicator: null };

const { executive, socialPolicy, education, services, visa, metalurhiinyi } = organisations2020;
const { h1, h2, year } = spans;

export const trainingActivities: readonly ExampleActivity[] = [
  buildActivity('a-105', executive, training, 'Щоквартальні заняття з регуляторної політики', year, {
    quantity: 4,
    ...mixed,
  }),
  buildActivity(
    'a-106',
    executive,
    training,
    'Курс цифрової грамотності для посадовців',
    '2020-04-06/2020-06-26',
    { ...online },
  ),
  buildActivity('a-107', services, training, 'Тренінги реєстраторів: типові помилки в заявах', h1, {
    quantity: 6,
    ...online,
  }),
  buildActivity('a-108', services, training, 'Вебінари про земельні та іпотечні справи', h2, {
    quantity: 4,
    ...online,
  }),
  buildActivity('a-109', visa, training, 'Тренінг зі спілкування з вимогливими відвідувачами', '2020-07-14', {
    quantity: 1,
    ...online,
  }),
  buildActivity(
    'a-110',
    education,
    training,
    'Підвищення кваліфікації з управління фінансами',
    '2020-10-05/2020-11-27',
    { ...mixed },
  ),
  buildActivity('a-111', socialPolicy, training, 'Семінар про доступність приміщень', '2020-02-12', {
    quantity: 1,
    ...inPerson,
  }),
  buildActivity(
    'a-112',
    metalurhiinyi,
    training,
    'Заняття з електронного документообігу для посадовців району',
    '2020-09-10',
    {
      quantity: 1,
      ...online,
    },
  ),
];
