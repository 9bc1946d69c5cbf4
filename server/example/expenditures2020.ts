import { type OrganisationId, RowId } from '#shared/model/ids.ts';
import { buildEmptyValues, type ExpenditureValues } from '#shared/model/rows.ts';
import type { Direction, Organisation } from '#shared/model/structure.ts';
import { parseMoney } from '#shared/money/parseMoney.ts';
import { directions2020, organisations2020 } from './structure2020.ts';

/**
 * Expenditures of the 2020 example. The actual amounts add up to the published sums of directions 1
 * and 4 to the kopiyka; single amounts, plans, codes and reasons are invented.
 */
export type ExampleExpenditure = { id: RowId; organisationId: OrganisationId; values: ExpenditureValues };

const supplies = '2210';
const servicesCode = '2240';
const travel = '2250';

/** КПКВК «Інша діяльність у сфері державного управління», under the code of the one who spends. */
const kpkvkOf = (organisation: Organisation): string => {
  if (organisation === organisations2020.education) return '0610180';
  if (organisation === organisations2020.socialPolicy) return '0810180';
  return '0210180';
};

function buildRow(
  id: string,
  organisation: Organisation,
  direction: Direction,
  measure: string,
  amounts: { planned: string; actual: string },
  kekv: string,
  details: Partial<Pick<ExpenditureValues, 'fund' | 'document' | 'reason' | 'note'>> = {},
): ExampleExpenditure {
  return {
    id: RowId.parse(id),
    organisationId: organisation.id,
    values: {
      ...buildEmptyValues('expenditure'),
      directionId: direction.id,
      measure,
      fund: 'general',
      kpkvk: kpkvkOf(organisation),
      kekv,
      plannedMinor: parseMoney(amounts.planned),
      actualMinor: parseMoney(amounts.actual),
      ...details,
    },
  };
}

/** Spent exactly as planned. */
const spent = (amount: string) => ({ planned: amount, actual: amount });
const against = (planned: string, actual: string) => ({ planned, actual });

const { deputies, publicity, selfOrganisation, celebrations, training, cooperation } = directions2020;
const { executive, socialPolicy, education, visa } = organisations2020;
const { dovhyntsivskyi, inhuletskyi, metalurhiinyi, pokrovskyi, saksahanskyi, ternivskyi, tsentralnoMiskyi } =
  organisations2020;

const cheaper = 'За результатами закупівлі ціна нижча за очікувану';
const invoice = { document: 'Договір, видаткова накладна' };
const act = { document: 'Договір, акт наданих послуг' };

export const expenditures2020: readonly ExampleExpenditure[] = [
  buildRow(
    'e-001',
    executive,
    deputies,
    'Папір і канцелярське приладдя для матеріалів сесій',
    against('15 000,00', '14 865,20'),
    supplies,
    { ...invoice, reason: cheaper },
  ),
  buildRow(
    'e-002',
    executive,
    deputies,
    'Витратні матеріали до друкувальної техніки',
    spent('9 480,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-003',
    executive,
    deputies,
    'Посвідчення й значки депутатів нового скликання',
    spent('12 960,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-004',
    executive,
    deputies,
    'Друк бланків і папок для засідань',
    against('5 500,00', '5 274,80'),
    servicesCode,
    { ...act, reason: cheaper },
  ),
  buildRow(
    'e-005',
    saksahanskyi,
    deputies,
    'Приладдя для депутатських приймалень району',
    spent('2 600,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-006',
    pokrovskyi,
    deputies,
    'Приладдя для прийому мешканців депутатами',
    spent('2 400,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-007',
    executive,
    deputies,
    'Відрядження голів комісій на виїзний семінар',
    against('6 000,00', '0,00'),
    travel,
    {
      reason: 'Семінар скасовано через карантин, відряджень не було',
    },
  ),
  buildRow(
    'e-008',
    executive,
    publicity,
    'Друк буклетів про міські програми',
    against('10 000,00', '0,00'),
    servicesCode,
    {
      reason: 'Матеріали поширено в електронному вигляді, кошти не використано',
    },
  ),
  buildRow(
    'e-009',
    executive,
    selfOrganisation,
    'Зала й роздаткові матеріали для форуму голів комітетів',
    against('8 000,00', '0,00'),
    servicesCode,
    {
      reason: 'Форум перенесено, видатків не було',
    },
  ),
  buildRow(
    'e-010',
    executive,
    celebrations,
    'Нагрудні знаки «За заслуги перед містом» із посвідченнями',
    spent('66 700,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-011',
    executive,
    celebrations,
    'Відзнаки до сторіччя міської ради',
    against('80 000,00', '77 500,00'),
    supplies,
    { ...invoice, reason: cheaper },
  ),
  buildRow(
    'e-012',
    executive,
    celebrations,
    'Бланки вітальних листів, грамот і подяк',
    spent('18 432,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-013',
    executive,
    celebrations,
    'Рамки для грамот',
    against('22 000,00', '21 640,50'),
    supplies,
    { ...invoice, reason: cheaper },
  ),
  buildRow(
    'e-014',
    executive,
    celebrations,
    'Квіти та кошики до пам’ятників',
    against('48 000,00', '34 815,00'),
    supplies,
    {
      ...invoice,
      reason: 'Через карантин церемоній було менше, ніж планувалося',
    },
  ),
  buildRow(
    'e-015',
    executive,
    celebrations,
    'Сувеніри із символікою міста',
    spent('42 300,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-016',
    executive,
    celebrations,
    'Друк фотоальбому до сторіччя міської ради',
    against('40 000,00', '39 870,06'),
    servicesCode,
    { ...act, reason: cheaper },
  ),
  buildRow(
    'e-017',
    executive,
    celebrations,
    'Сцена та звук до Дня Соборності',
    spent('9 600,00'),
    servicesCode,
    act,
  ),
  buildRow(
    'e-018',
    executive,
    celebrations,
    'Концерт до річниці визволення міста',
    spent('14 250,00'),
    servicesCode,
    act,
  ),
  buildRow(
    'e-019',
    executive,
    celebrations,
    'Концертна програма до Дня міста',
    against('120 000,00', '0,00'),
    servicesCode,
    {
      reason: 'Масові заходи заборонено на час карантину, кошти не використано',
    },
  ),
  buildRow(
    'e-020',
    executive,
    celebrations,
    'Пакування та доставка нагородної продукції',
    spent('5 058,00'),
    servicesCode,
    act,
  ),
  buildRow(
    'e-021',
    socialPolicy,
    celebrations,
    'Транспорт для ветеранів на пам’ятні заходи',
    against('7 200,00', '6 480,00'),
    servicesCode,
    {
      ...act,
      reason: 'Поїздок було менше через карантин',
    },
  ),
  buildRow(
    'e-022',
    education,
    celebrations,
    'Подарунки переможцям шкільного конкурсу',
    spent('5 760,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-023',
    visa,
    celebrations,
    'Оформлення виставок дитячих малюнків',
    against('4 500,00', '4 218,00'),
    supplies,
    {
      ...invoice,
      fund: 'special',
      reason: cheaper,
    },
  ),
  buildRow(
    'e-024',
    dovhyntsivskyi,
    celebrations,
    'Квіти й подарунки ювілярам Довгинцівського району',
    spent('6 150,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-025',
    inhuletskyi,
    celebrations,
    'Квіти й подарунки ювілярам Інгулецького району',
    spent('4 980,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-026',
    metalurhiinyi,
    celebrations,
    'Квіти й подарунки ювілярам Металургійного району',
    against('7 500,00', '7 420,00'),
    supplies,
    {
      ...invoice,
      reason: cheaper,
    },
  ),
  buildRow(
    'e-027',
    pokrovskyi,
    celebrations,
    'Квіти й подарунки ювілярам Покровського району',
    spent('6 300,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-028',
    saksahanskyi,
    celebrations,
    'Квіти й подарунки ювілярам Саксаганського району',
    spent('6 840,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-029',
    ternivskyi,
    celebrations,
    'Квіти й подарунки ювілярам Тернівського району',
    spent('5 110,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-030',
    tsentralnoMiskyi,
    celebrations,
    'Квіти й подарунки ювілярам Центрально-Міського району',
    spent('6 600,00'),
    supplies,
    invoice,
  ),
  buildRow(
    'e-031',
    executive,
    training,
    'Участь посадовців у платних семінарах',
    against('18 000,00', '0,00'),
    servicesCode,
    {
      reason: 'Навчання пройшло онлайн і безоплатно',
    },
  ),
  buildRow(
    'e-032',
    executive,
    cooperation,
    'Прийом делегацій міст-партнерів',
    against('12 000,00', '0,00'),
    servicesCode,
    {
      fund: 'special',
      reason: 'Візити не відбулися через закриття кордонів',
    },
  ),
];
