type ProgrammeField = {
  /** As in the profile of 2019. */
  name: string;
  title: string;
  type: 'string' | 'date' | 'year' | 'uri';
  /** By the recommendations; the product may still not know it, and then it is not required here. */
  isRequired: boolean;
};

const field = (name: string, title: string, type: ProgrammeField['type'] = 'string', isRequired = false) =>
  ({ name, title, type, isRequired }) as const;

/**
 * Fields of the three resources, in their order, by the recommendations to Cabinet Resolution 835
 * on municipal target programmes.
 */
export const programmeFields = {
  programs: [
    field('identifier', 'Ідентифікатор', 'string', true),
    field('title', 'Найменування', 'string', true),
    field('validFrom', 'Початок', 'year', true),
    field('validThrough', 'Завершення', 'year', true),
    field('status', 'Статус', 'string', true),
    field('executantName', 'Найменування виконавця'),
    field('executantIdentifier', 'Ідентифікатор виконавця'),
    field('url', 'Посилання', 'uri'),
    field('orderType', 'Вид розпорядчого документа'),
    field('orderTitle', 'Назва розпорядчого документа'),
    field('orderDateAccepted', 'Дата ухвалення розпорядчого документа', 'date'),
    field('orderNumber', 'Номер розпорядчого документа'),
    field('orderURL', 'Посилання на розпорядчий документ', 'uri'),
    field('publisherName', 'Назва видавника'),
    field('publisherIdentifier', 'Ідентифікатор видавника'),
  ],
  amendments: [
    field('identifier', 'Ідентифікатор', 'string', true),
    field('programmeIdentifier', 'Ідентифікатор програми', 'string', true),
    field('programmeTitle', 'Найменування програми', 'string', true),
    field('orderType', 'Вид розпорядчого документа'),
    field('orderTitle', 'Назва розпорядчого документа'),
    field('orderDateAccepted', 'Дата ухвалення розпорядчого документа', 'date'),
    field('orderNumber', 'Номер розпорядчого документа'),
    field('orderURL', 'Посилання на розпорядчий документ', 'uri'),
    field('publisherName', 'Назва видавника'),
    field('publisherIdentifier', 'Ідентифікатор видавника'),
  ],
  reports: [
    field('identifier', 'Ідентифікатор', 'string', true),
    field('dateAccepted', 'Дата ухвалення', 'date'),
    field('title', 'Назва', 'string', true),
    field('periodStartDate', 'Початок періоду', 'date', true),
    field('periodEndDate', 'Кінець періоду', 'date', true),
    field('programmeIdentifier', 'Ідентифікатор програми', 'string', true),
    field('programmeTitle', 'Найменування програми', 'string', true),
    field('url', 'Посилання', 'uri'),
  ],
} as const satisfies Record<string, readonly ProgrammeField[]>;

type Resource = keyof typeof programmeFields;
export type ProgrammeFieldName = (typeof programmeFields)[Resource][number]['name'];
type Names = Partial<Record<ProgrammeFieldName, string>>;

const orderNames2025: Names = {
  identifier: 'uid',
  programmeIdentifier: 'programId',
  programmeTitle: 'programTitle',
  orderType: 'legalActType',
  orderTitle: 'legalActTitle',
  orderDateAccepted: 'legalActAccepted',
  orderNumber: 'legalActNumber',
  orderURL: 'legalActUrl',
  publisherIdentifier: 'publisherId',
};

/** What each profile calls a field; absent: as in 2019. */
export const programmeProfiles: readonly {
  year: 2019 | 2025;
  names: Record<Resource, Names>;
  fileName: (resource: Resource) => string;
}[] = [
  {
    year: 2019,
    names: { programs: {}, amendments: {}, reports: {} },
    fileName: (resource) => resource.charAt(0).toUpperCase() + resource.slice(1),
  },
  {
    year: 2025,
    names: {
      programs: { ...orderNames2025, executantIdentifier: 'executantId', url: 'programUrl' },
      amendments: orderNames2025,
      // The link to a report keeps its name.
      reports: { ...orderNames2025, dateAccepted: 'acceptedDate' },
    },
    fileName: (resource) => resource,
  },
];
