import type { IndicatorFigure, InlineFigure, MoneyFigure, TableFigure } from '#shared/figures/FigureSpec.ts';
import type { DirectionId } from '#shared/model/ids.ts';
import type { Direction, Indicator } from '#shared/model/structure.ts';
import type { Narrative, NarrativeBlock, NarrativeInline } from '#shared/narrative/Narrative.ts';
import { directions2020, indicators2020 } from './structure2020.ts';

/**
 * The text of the 2020 example, worded anew. At every place where the published report has a number
 * there is a figure bound to the tables; not one is typed.
 */

const plain = { bold: false, italic: false, link: null };

/** Words and figures in their order. */
type Part = string | InlineFigure;

function buildLine(parts: readonly Part[]): NarrativeInline[] {
  return parts.map((part) =>
    typeof part === 'string'
      ? { type: 'text', text: part, ...plain }
      : { type: 'figure', spec: part, ...plain },
  );
}

const paragraph = (...parts: Part[]): NarrativeBlock => ({ type: 'paragraph', content: buildLine(parts) });

const bullets = (...items: (readonly Part[])[]): NarrativeBlock => ({
  type: 'list',
  isOrdered: false,
  start: 1,
  items: items.map((parts) => [{ type: 'paragraph', content: buildLine(parts) }]),
});

const rowsOf = (spec: Omit<TableFigure, 'kind'>): NarrativeBlock => ({
  type: 'rows',
  spec: { kind: 'table', ...spec },
});

const counted = (
  { id }: Indicator,
  look: Partial<Pick<IndicatorFigure, 'format' | 'case' | 'gender'>> = {},
): IndicatorFigure => ({
  kind: 'indicator',
  indicatorId: id,
  aggregation: null,
  filter: {},
  format: 'count-with-noun',
  step: null,
  case: 'nominative',
  gender: 'masculine',
  ...look,
});

const over = (indicator: Indicator) => counted(indicator, { format: 'over' });

const spent = (direction: Direction | null, format: MoneyFigure['format'] = 'hryvnias'): MoneyFigure => ({
  kind: 'money',
  sum: 'actual',
  filter: direction === null ? {} : { directionId: direction.id },
  format,
  case: 'nominative',
});

const { deputies, publicity, selfOrganisation, celebrations, training, cooperation } = directions2020;

const {
  committeeMeetings,
  plenarySittings,
  deputyTrainings,
  broadcasts,
  informationDays,
  informationActions,
  youthExecutiveMembers,
  selfOrganisationMeetings,
  roundTables,
  honoraryCitizens,
  centenaryAwards,
  peopleHonoured,
  badgesOfMerit,
  lettersOfGreeting,
} = indicators2020;

const texts: readonly (readonly [Direction, Narrative])[] = [
  [
    deputies,
    [
      paragraph(
        'Апарат виконкому підготував усе потрібне для роботи ради та її органів. За рік відбулося ',
        counted(committeeMeetings),
        ' і ',
        counted(plenarySittings),
        '. Порядок денний і проєкти рішень депутати отримували електронною поштою заздалегідь.',
      ),
      paragraph(
        'Для депутатів підготовлено ',
        counted(deputyTrainings),
        ', обидва відбулися дистанційно: про електронні послуги та про права й обов’язки депутата.',
      ),
      paragraph('Видатки за напрямом становлять ', spent(deputies), '. Їх складники:'),
      rowsOf({ table: 'expenditure', filter: { directionId: deputies.id } }),
    ],
  ],
  [
    publicity,
    [
      paragraph(
        'Про роботу ради та виконкому мешканці дізнавалися з офіційного сайту, соціальних мереж, газет, радіо й телебачення. В ефір вийшло ',
        counted(broadcasts),
        ' за участі керівників міста.',
      ),
      paragraph(
        'Проведено ',
        counted(informationDays),
        '; у їх межах на підприємствах і в навчальних закладах відбулося ',
        counted(informationActions),
        '.',
      ),
      paragraph(
        'У молодіжному виконкомі працює ',
        counted(youthExecutiveMembers),
        ', яких делегували заклади вищої освіти міста.',
      ),
      paragraph('Коштів програми за цим напрямом не використовували.'),
    ],
  ],
  [
    selfOrganisation,
    [
      paragraph(
        'Виконкоми районних у місті рад провели з головами квартальних, вуличних і будинкових комітетів ',
        over(selfOrganisationMeetings),
        ': наради, семінари, сходи мешканців. Участь узяли всі райони міста.',
      ),
      paragraph(
        'Із представниками партій і громадських організацій відбулося ',
        counted(roundTables),
        ' про розвиток місцевого самоврядування.',
      ),
    ],
  ],
  [
    celebrations,
    [
      paragraph(
        'Через карантинні обмеження більшість урочистостей відбулася без масових зібрань або в мережі. Звання почесного громадянина отримав ',
        counted(honoraryCitizens),
        '.',
      ),
      paragraph(
        'До сторіччя міської ради відзнаками вшановано ',
        counted(centenaryAwards, { format: 'count' }),
        ' мешканців.',
      ),
      paragraph(
        'Усього за рік відзначено ',
        counted(peopleHonoured),
        ', з них ',
        counted(badgesOfMerit),
        ' «За заслуги перед містом». До ювілеїв і свят підготовлено ',
        counted(lettersOfGreeting),
        ' міського голови.',
      ),
      paragraph(
        'На відзнаки, сувенірну продукцію та проведення урочистостей витрачено ',
        spent(celebrations),
        '. Дані за рядками:',
      ),
      rowsOf({ table: 'expenditure', filter: { directionId: celebrations.id } }),
    ],
  ],
  [
    training,
    [
      paragraph('Посадові особи вчилися переважно дистанційно. Найпомітніші теми року:'),
      bullets(
        ['публічні закупівлі та державна реєстрація;'],
        ['електронні послуги й робота адміністратора центру;'],
        ['доступність будівель і послуг для людей з інвалідністю.'],
      ),
      paragraph('Навчання були безоплатні, видатків за напрямом немає.'),
    ],
  ],
  [
    cooperation,
    [
      paragraph(
        'Виконавчі органи ради обмінювалися досвідом з іншими громадами в межах Асоціації міст України, працювали з міжнародними проєктами та центральними органами влади. Окремих видатків це не потребувало.',
      ),
      paragraph(
        'Загалом у 2020 році на заходи Програми спрямовано ',
        spent(null),
        ' (',
        spent(null, 'words'),
        ').',
      ),
    ],
  ],
];

export const narratives2020: ReadonlyMap<DirectionId, Narrative> = new Map(
  texts.map(([{ id }, narrative]) => [id, narrative]),
);
