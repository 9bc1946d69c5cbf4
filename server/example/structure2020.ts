import type { NewReport } from '#server/storage/Storage.ts';
import { DirectionId, IndicatorId, OrganisationId, ProgrammeId, ReportId } from '#shared/model/ids.ts';
import type { Direction, Indicator, NounForms, Organisation } from '#shared/model/structure.ts';

/**
 * The governed side of the 2020 example. Titles and figures are those of the city's published
 * report; what is invented is said in `shared/report/exampleNote.ts`. Ids are fixed, so that links,
 * tests and scripts may name them.
 */

export const exampleReportId = ReportId.parse('r2020');
const programmeId = ProgrammeId.parse('kryvyi-rih-2017-2022');

const buildDirection = (number: number, title: string): Direction => ({
  id: DirectionId.parse(`r2020-d${number}`),
  reportId: exampleReportId,
  number,
  title,
});

export const directions2020 = {
  deputies: buildDirection(1, 'Сприяння депутатській діяльності'),
  publicity: buildDirection(2, 'Висвітлення діяльності органів місцевого самоврядування'),
  selfOrganisation: buildDirection(
    3,
    'Організація діяльності органів самоорганізації населення, участь громадських та політичних організацій у громадському житті міста',
  ),
  celebrations: buildDirection(
    4,
    "Проведення урочистостей з нагоди державних, професійних свят, пам'ятних і знаменних дат, протокольних заходів, відзначення кращих представників територіальної громади міста Кривого Рогу",
  ),
  training: buildDirection(
    5,
    'Навчання, підвищення кваліфікації посадових осіб місцевого самоврядування, проведення навчальних семінарів, тренінгів',
  ),
  cooperation: buildDirection(
    6,
    'Співробітництво з асоціаціями, створеними органами місцевого самоврядування, центральними органами влади, неурядовими установами, організаціями',
  ),
} as const satisfies Record<string, Direction>;

const indicatorId = (key: string) => IndicatorId.parse(`r2020-${key}`);

function buildIndicator(
  direction: Direction,
  key: string,
  title: string,
  forms: readonly [one: string, few: string, many: string],
  more: Partial<Pick<Indicator, 'aggregation' | 'overStep' | 'partOf'>> = {},
): Indicator {
  const [one, few, many] = forms;
  const nounForms: NounForms = { one, few, many };
  return {
    id: indicatorId(key),
    reportId: exampleReportId,
    directionId: direction.id,
    key,
    title,
    forms: nounForms,
    aggregation: 'sum',
    overStep: null,
    partOf: null,
    ...more,
  };
}

const { deputies, publicity, selfOrganisation, celebrations } = directions2020;

export const indicators2020 = {
  committeeMeetings: buildIndicator(deputies, 'committee-meetings', 'Засідання постійних комісій', [
    'засідання постійних комісій',
    'засідання постійних комісій',
    'засідань постійних комісій',
  ]),
  plenarySittings: buildIndicator(deputies, 'plenary-sittings', 'Пленарні засідання', [
    'пленарне засідання',
    'пленарні засідання',
    'пленарних засідань',
  ]),
  deputyTrainings: buildIndicator(deputies, 'deputy-trainings', 'Навчання для депутатів', [
    'навчання',
    'навчання',
    'навчань',
  ]),
  broadcasts: buildIndicator(publicity, 'broadcasts', 'Випуски теле- та радіопередач', [
    'випуск теле- та радіопередач',
    'випуски теле- та радіопередач',
    'випусків теле- та радіопередач',
  ]),
  informationDays: buildIndicator(publicity, 'information-days', 'Єдині дні інформування', [
    'день інформування',
    'дні інформування',
    'днів інформування',
  ]),
  informationActions: buildIndicator(publicity, 'information-actions', 'Інформаційні акції', [
    'інформаційна акція',
    'інформаційні акції',
    'інформаційних акцій',
  ]),
  youthExecutiveMembers: buildIndicator(
    publicity,
    'youth-executive-members',
    'Студенти в молодіжному виконкомі',
    ['студент', 'студенти', 'студентів'],
    { aggregation: 'latest' },
  ),
  selfOrganisationMeetings: buildIndicator(
    selfOrganisation,
    'self-organisation-meetings',
    'Заходи з органами самоорганізації населення',
    ['захід', 'заходи', 'заходів'],
    { overStep: 10 },
  ),
  roundTables: buildIndicator(selfOrganisation, 'round-tables', 'Засідання «круглих столів»', [
    'засідання «круглого столу»',
    'засідання «круглих столів»',
    'засідань «круглих столів»',
  ]),
  honoraryCitizens: buildIndicator(celebrations, 'honorary-citizens', 'Почесні громадяни міста', [
    'почесний громадянин',
    'почесні громадяни',
    'почесних громадян',
  ]),
  centenaryAwards: buildIndicator(celebrations, 'centenary-awards', 'Нагороджені до сторіччя міської ради', [
    'нагороджений',
    'нагороджені',
    'нагороджених',
  ]),
  peopleHonoured: buildIndicator(celebrations, 'people-honoured', 'Відзначено осіб', [
    'особа',
    'особи',
    'осіб',
  ]),
  badgesOfMerit: buildIndicator(
    celebrations,
    'badges-of-merit',
    'Нагороджені нагрудним знаком «За заслуги перед містом»',
    ['нагороджений нагрудним знаком', 'нагороджені нагрудним знаком', 'нагороджених нагрудним знаком'],
    { partOf: indicatorId('people-honoured') },
  ),
  lettersOfGreeting: buildIndicator(celebrations, 'letters-of-greeting', 'Вітальні листи міського голови', [
    'вітальний лист',
    'вітальні листи',
    'вітальних листів',
  ]),
} as const satisfies Record<string, Indicator>;

const buildOrganisation = (
  id: string,
  kind: Organisation['kind'],
  shortName: string,
  name: string,
): Organisation => ({
  id: OrganisationId.parse(id),
  name,
  shortName,
  kind,
});

const buildDistrict = (id: string, shortName: string, genitive: string): Organisation =>
  buildOrganisation(id, 'district', shortName, `Виконавчий комітет ${genitive} районної в місті ради`);

export const organisations2020 = {
  executive: buildOrganisation(
    'vykonkom',
    'executive',
    'Виконком (апарат)',
    'Виконавчий комітет Криворізької міської ради (апарат)',
  ),
  socialPolicy: buildOrganisation(
    'sotsialna-polityka',
    'department',
    'Соціальна політика',
    'Департамент соціальної політики виконкому Криворізької міської ради',
  ),
  education: buildOrganisation(
    'osvita-i-nauka',
    'department',
    'Освіта і наука',
    'Департамент освіти і науки виконкому Криворізької міської ради',
  ),
  services: buildOrganisation(
    'administratyvni-posluhy',
    'department',
    'Адміністративні послуги',
    'Департамент адміністративних послуг виконкому Криворізької міської ради',
  ),
  visa: buildOrganisation(
    'viza',
    'department',
    'Центр «Віза»',
    'Центр адміністративних послуг «Віза» виконкому Криворізької міської ради',
  ),
  dovhyntsivskyi: buildDistrict('dovhyntsivskyi', 'Довгинцівський', 'Довгинцівської'),
  inhuletskyi: buildDistrict('inhuletskyi', 'Інгулецький', 'Інгулецької'),
  metalurhiinyi: buildDistrict('metalurhiinyi', 'Металургійний', 'Металургійної'),
  pokrovskyi: buildDistrict('pokrovskyi', 'Покровський', 'Покровської'),
  saksahanskyi: buildDistrict('saksahanskyi', 'Саксаганський', 'Саксаганської'),
  ternivskyi: buildDistrict('ternivskyi', 'Тернівський', 'Тернівської'),
  tsentralnoMiskyi: buildDistrict('tsentralno-miskyi', 'Центрально-Міський', 'Центрально-Міської'),
} as const satisfies Record<string, Organisation>;

const { executive, socialPolicy, education, services } = organisations2020;

const responsible = (direction: Direction, ...organisations: Organisation[]) =>
  organisations.map(({ id }) => ({ directionId: direction.id, organisationId: id }));

export const structure2020: NewReport = {
  programme: {
    id: programmeId,
    title: 'Програма сприяння розвитку місцевого самоврядування в м. Кривому Розі на 2017–2022 роки',
    community: 'м. Кривий Ріг',
    periodStart: '2017-01-01',
    periodEnd: '2022-12-31',
  },
  report: {
    id: exampleReportId,
    programmeId,
    year: 2020,
    title: 'Звіт з виконання у 2020 році заходів Програми',
    signatoryPosition: 'Керуюча справами виконкому',
    signatoryName: '',
    isExample: true,
  },
  directions: Object.values(directions2020),
  indicators: Object.values(indicators2020),
  organisations: Object.values(organisations2020),
  responsibilities: [
    ...responsible(directions2020.deputies, executive),
    ...responsible(directions2020.publicity, executive),
    ...responsible(directions2020.selfOrganisation, executive),
    ...responsible(directions2020.celebrations, executive, socialPolicy),
    ...responsible(directions2020.training, executive, education),
    ...responsible(directions2020.cooperation, executive, services),
  ],
  columns: [],
};
