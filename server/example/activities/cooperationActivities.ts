import { directions2020, organisations2020 } from '../structure2020.ts';
import { buildActivity, type ExampleActivity, inPerson, online, spans, type Topic } from './buildActivity.ts';

const direction = directions2020.cooperation;
const cooperation: Topic = { direction, indicator: null };

const { executive, socialPolicy, education, services } = organisations2020;
const { h2 } = spans;

export const cooperationActivities: readonly ExampleActivity[] = [
  buildActivity(
    'a-113',
    executive,
    cooperation,
    'Осінній навчальний захід з урбаністики',
    '2020-10-12/2020-10-16',
    { ...online },
  ),
  buildActivity(
    'a-114',
    executive,
    cooperation,
    'Засідання екологічної секції асоціації міст',
    '2020-11-12',
    {
      ...online,
    },
  ),
  buildActivity('a-115', services, cooperation, 'Зустріч за програмою відкритого врядування', '2020-09-29', {
    ...online,
  }),
  buildActivity(
    'a-116',
    socialPolicy,
    cooperation,
    'Розмова з міжнародними партнерами про соціальний захист',
    '2020-02-27',
    { ...inPerson },
  ),
  buildActivity(
    'a-117',
    education,
    cooperation,
    'Обговорення шкільної інтеграції дітей з гостями зі США',
    '2020-02-06',
    { ...inPerson },
  ),
  buildActivity('a-118', executive, cooperation, 'Пропозиції до асоціації міст щодо змін у законах', h2, {
    state: 'in-progress',
    ...online,
  }),
];
