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

const direction = directions2020.publicity;
const broadcasts: Topic = { direction, indicator: indicators2020.broadcasts };
const informationDay: Topic = { direction, indicator: indicators2020.informationDays };
const informationAction: Topic = { direction, indicator: indicators2020.informationActions };
const youthMembers: Topic = { direction, indicator: indicators2020.youthExecutiveMembers };
const forPublicity: Topic = { direction, indicator: null };

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
const { q1, q2, q3, q4, h1, h2, year } = spans;

export const publicityActivities: readonly ExampleActivity[] = [
  buildActivity(
    'a-014',
    executive,
    broadcasts,
    'Керівники виконкому в новинах і студійних розмовах, зима',
    q1,
    {
      quantity: 96,
    },
  ),
  buildActivity('a-015', executive, broadcasts, 'Щоденні включення про перебіг карантину в місті', q2, {
    quantity: 88,
  }),
  buildActivity('a-016', executive, broadcasts, 'Програми про ремонт доріг, шкіл і підготовку до зими', q3, {
    quantity: 101,
  }),
  buildActivity(
    'a-017',
    executive,
    broadcasts,
    'Підсумкові програми року та відповіді на дзвінки глядачів',
    q4,
    {
      quantity: 110,
    },
  ),
  buildActivity(
    'a-018',
    socialPolicy,
    broadcasts,
    'Роз’яснення про субсидії та допомогу в ефірі місцевих телеканалів',
    h1,
    { quantity: 70 },
  ),
  buildActivity('a-019', socialPolicy, broadcasts, 'Програми про соціальні послуги для літніх людей', h2, {
    quantity: 82,
  }),
  buildActivity(
    'a-020',
    education,
    broadcasts,
    'Про дистанційні уроки та зовнішнє незалежне оцінювання',
    h1,
    {
      quantity: 60,
    },
  ),
  buildActivity('a-021', education, broadcasts, 'Про новий навчальний рік і безпеку в школах', h2, {
    quantity: 78,
  }),
  buildActivity('a-022', services, broadcasts, 'Як зареєструвати майно чи бізнес під час карантину', h1, {
    quantity: 45,
  }),
  buildActivity('a-023', services, broadcasts, 'Поради заявникам: запис у чергу, документи, строки', h2, {
    quantity: 50,
  }),
  buildActivity('a-024', visa, broadcasts, 'Рубрика Центру про послуги, доступні з дому', h1, {
    quantity: 64,
  }),
  buildActivity(
    'a-025',
    visa,
    broadcasts,
    'Рубрика Центру про мобільний офіс у віддалених мікрорайонах',
    h2,
    {
      quantity: 71,
    },
  ),
  buildActivity(
    'a-026',
    dovhyntsivskyi,
    broadcasts,
    'Виступи в ефірі про справи Довгинцівського району',
    year,
    {
      quantity: 27,
    },
  ),
  buildActivity('a-027', inhuletskyi, broadcasts, 'Виступи в ефірі про справи Інгулецького району', year, {
    quantity: 22,
  }),
  buildActivity(
    'a-028',
    metalurhiinyi,
    broadcasts,
    'Виступи в ефірі про справи Металургійного району',
    year,
    {
      quantity: 31,
    },
  ),
  buildActivity('a-029', pokrovskyi, broadcasts, 'Виступи в ефірі про справи Покровського району', year, {
    quantity: 26,
  }),
  buildActivity('a-030', saksahanskyi, broadcasts, 'Виступи в ефірі про справи Саксаганського району', year, {
    quantity: 29,
  }),
  buildActivity('a-031', ternivskyi, broadcasts, 'Виступи в ефірі про справи Тернівського району', year, {
    quantity: 20,
  }),
  buildActivity(
    'a-032',
    tsentralnoMiskyi,
    broadcasts,
    'Виступи в ефірі про справи Центрально-Міського району',
    year,
    { quantity: 25 },
  ),
  buildActivity(
    'a-033',
    executive,
    informationDay,
    'Теми: соборність держави, пам’ять про загиблих захисників',
    q1,
    {
      quantity: 3,
      ...inPerson,
    },
  ),
  buildActivity('a-034', executive, informationDay, 'Теми: охорона праці, жертви війни, Конституція', q2, {
    quantity: 3,
    ...online,
  }),
  buildActivity(
    'a-035',
    executive,
    informationDay,
    'Теми: державний прапор, незалежність, сортування відходів',
    q3,
    {
      quantity: 3,
      ...mixed,
    },
  ),
  buildActivity(
    'a-036',
    executive,
    informationDay,
    'Теми: козацтво, довкілля області, гідність і свобода',
    q4,
    {
      quantity: 3,
      ...online,
    },
  ),
  buildActivity(
    'a-037',
    dovhyntsivskyi,
    informationAction,
    'Бесіди в трудових колективах залізничного вузла',
    '2020-02-13',
    {
      quantity: 2,
      ...inPerson,
    },
  ),
  buildActivity(
    'a-038',
    inhuletskyi,
    informationAction,
    'Лекція для працівників гірничого підприємства',
    '2020-02-18',
    {
      quantity: 1,
      ...inPerson,
    },
  ),
  buildActivity(
    'a-039',
    metalurhiinyi,
    informationAction,
    'Зустрічі зі студентами та металургами',
    '2020-02-19/2020-03-05',
    {
      quantity: 3,
      ...inPerson,
    },
  ),
  buildActivity(
    'a-040',
    pokrovskyi,
    informationAction,
    'Зустрічі в бібліотеках-філіях району',
    '2020-02-25/2020-02-27',
    {
      quantity: 2,
      ...inPerson,
    },
  ),
  buildActivity(
    'a-041',
    saksahanskyi,
    informationAction,
    'Бесіди в школах і коледжі району',
    '2020-03-03/2020-03-06',
    {
      quantity: 2,
      ...inPerson,
    },
  ),
  buildActivity('a-042', ternivskyi, informationAction, 'Зустріч із шахтарями перед зміною', '2020-09-22', {
    quantity: 1,
    ...inPerson,
  }),
  buildActivity(
    'a-043',
    tsentralnoMiskyi,
    informationAction,
    'Лекції про давню й нову історію середмістя',
    '2020-03-10/2020-03-11',
    {
      quantity: 2,
      ...inPerson,
    },
  ),
  buildActivity(
    'a-044',
    socialPolicy,
    informationAction,
    'Пересувна консультація про субсидії на ринку',
    '2020-10-08',
    {
      quantity: 1,
      ...inPerson,
    },
  ),
  buildActivity(
    'a-045',
    executive,
    youthMembers,
    'Склад молодіжного виконкому на початок року',
    '2020-02-03',
    {
      quantity: 28,
      note: 'Рівень на дату, до суми не додається',
    },
  ),
  buildActivity(
    'a-046',
    executive,
    youthMembers,
    'Оновлений склад молодіжного виконкому після осіннього добору',
    '2020-10-15',
    {
      quantity: 30,
      note: 'Рівень на дату, до суми не додається',
    },
  ),
  buildActivity('a-047', executive, forPublicity, 'Пряма трансляція сесій на відеоканалі ради', year, {
    ...online,
  }),
  buildActivity(
    'a-048',
    services,
    forPublicity,
    'Оновлення відкритих наборів даних на державному порталі',
    year,
    {
      quantity: 41,
      ...online,
    },
  ),
  buildActivity(
    'a-049',
    executive,
    forPublicity,
    'Друковані буклети про міські програми',
    '2020-03-01/2020-04-30',
    {
      state: 'cancelled',
      reason: 'Матеріали поширено в електронному вигляді',
    },
  ),
];
