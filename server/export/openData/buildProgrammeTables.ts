import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildCodeCell, buildNumberCell, buildTextCell } from '../tables/Cell.ts';
import { type AnyOpenTable, buildOpenTable, type OpenField } from './OpenTable.ts';
import { type ProgrammeFieldName, programmeFields, programmeProfiles } from './programmeProfiles.ts';

/** What is known of a programme and its report, by the names of 2019; what is not known is absent. */
type Values = Partial<Record<ProgrammeFieldName, string | number>>;

/**
 * The set about municipal target programmes of Cabinet Resolution 835: programmes, their amendments,
 * reports, once by the names of fields of each profile. What the product does not know is `null`.
 * `today` is an ISO date and decides whether the programme is still on.
 */
export function buildProgrammeTables(model: ReportModel, today: string): AnyOpenTable[] {
  const lines: Record<keyof typeof programmeFields, Values[]> = {
    programs: [buildProgramme(model, today)],
    amendments: [],
    reports: [buildReport(model)],
  };
  return programmeProfiles.flatMap(({ year, names, fileName }) => {
    const nameOf = (resource: string) => `${resource}-${year}`;
    const build = (resource: keyof typeof programmeFields): AnyOpenTable => {
      const fields = programmeFields[resource].map(({ name, title, type, isRequired }): OpenField<Values> => {
        const own = names[resource][name] ?? name;
        return {
          name: own,
          title,
          type: type === 'uri' ? 'string' : type,
          ...(type === 'uri' ? { format: 'uri' as const } : {}),
          ...(isRequired ? { constraints: { required: true } } : {}),
          cell: (values) => buildValue(values[name]),
        };
      });
      const key = names[resource].identifier ?? 'identifier';
      const programmeKey = names[resource].programmeIdentifier ?? 'programmeIdentifier';
      return buildOpenTable<Values>({
        name: nameOf(resource),
        path: `835-${year}/${fileName(resource)}.csv`,
        title: `${resourceTitles[resource]} (постанова № 835, назви полів ${year} року)`,
        fields,
        primaryKey: [key],
        ...(resource === 'programs'
          ? {}
          : {
              foreignKeys: [
                {
                  fields: [programmeKey],
                  reference: {
                    resource: nameOf('programs'),
                    fields: [names.programs.identifier ?? 'identifier'],
                  },
                },
              ],
            }),
        missing: 'null',
        lines: lines[resource],
      });
    };
    return [build('programs'), build('amendments'), build('reports')];
  });
}

const resourceTitles = {
  programs: 'Перелік цільових програм',
  amendments: 'Перелік змін до програм',
  reports: 'Перелік звітів про виконання програм',
} as const;

function buildValue(value: string | number | undefined) {
  if (value === undefined) return buildCodeCell('null');
  return typeof value === 'number' ? buildNumberCell(value) : buildTextCell(value);
}

function buildProgramme({ meta }: ReportModel, today: string): Values {
  const { title, periodStart, periodEnd, decisionNumber, decisionDate } = meta.programme;
  return {
    identifier: findProgrammeIdentifier(meta.programme),
    title: markExample(title, meta.exampleNote),
    validFrom: Number(periodStart.slice(0, 4)),
    validThrough: Number(periodEnd.slice(0, 4)),
    status: periodEnd < today ? 'Завершена' : 'Чинна',
    ...(decisionDate === undefined ? {} : { orderDateAccepted: decisionDate }),
    ...(decisionNumber === undefined ? {} : { orderNumber: decisionNumber }),
  };
}

function buildReport({ meta }: ReportModel): Values {
  return {
    identifier: `${meta.year}-${findProgrammeIdentifier(meta.programme)}`,
    title: markExample(meta.title, meta.exampleNote),
    periodStartDate: `${meta.year}-01-01`,
    periodEndDate: `${meta.year}-12-31`,
    programmeIdentifier: findProgrammeIdentifier(meta.programme),
    programmeTitle: markExample(meta.programme.title, meta.exampleNote),
  };
}

/** Number and date of the decision; the product's own id while they are unknown, which the set allows. */
export function findProgrammeIdentifier({
  id,
  decisionNumber,
  decisionDate,
}: ReportModel['meta']['programme']): string {
  return decisionNumber === undefined || decisionDate === undefined
    ? id
    : `${decisionNumber}-${decisionDate}`;
}

/** The set has no column for it. */
function markExample(title: string, note: string | null): string {
  return note === null ? title : `${title} (приклад)`;
}
