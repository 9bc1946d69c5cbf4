import type { Language } from '#shared/errors/AppError.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { formatPeriod } from '#shared/language/periodText.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { Period } from '#shared/model/period.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { type FieldSpec, listFieldSpecs } from './fields.ts';
import { foldText } from './find/foldText.ts';
import { readCellFlaw, readCellValue } from './readCell.ts';

/** Names of the values that are chosen from a fixed list: `fund.general`. */
export type ChoiceLabel = (field: 'fund' | 'form' | 'state', value: string) => string;

/** Prints cells in one language, for one structure. Made anew when either changes. */
export type CellTexts = {
  /** What the cell shows. */
  cell(row: Row, spec: FieldSpec): string;
  /** A value as a cell of this column shows it. */
  value(spec: FieldSpec, value: string | number): string;
  /** What an editor starts with: as one would type it. */
  editable(row: Row, spec: FieldSpec): string;
  organisation(organisationId: OrganisationId): string;
  /** All of a row that can be searched, in lower case with plain spaces. */
  searchable(row: Row): string;
};

export function createCellTexts(
  structure: ReportStructure,
  language: Language,
  choiceLabel: ChoiceLabel,
): CellTexts {
  const directions = new Map<string, string>(
    structure.directions.map(({ id, number, title }) => [id, `${number}. ${title}`]),
  );
  const indicators = new Map<string, string>(structure.indicators.map(({ id, title }) => [id, title]));
  const organisations = new Map<string, string>(
    structure.organisations.map(({ id, shortName }) => [id, shortName]),
  );
  const searchTexts = new WeakMap<Row, string>();

  function print(spec: FieldSpec, value: string | number): string {
    switch (spec.field) {
      case 'directionId':
        return directions.get(String(value)) ?? String(value);
      case 'indicatorId':
        return indicators.get(String(value)) ?? String(value);
      case 'fund':
      case 'form':
      case 'state':
        return choiceLabel(spec.field, String(value));
      default:
        if (spec.kind === 'money') return formatMoney(Number(value), { unit: 'none' });
        if (spec.kind === 'count' || spec.kind === 'number') return formatCount(Number(value));
        if (spec.kind === 'period') return formatPeriod(Period.parse(value), language);
        return String(value);
    }
  }

  function cell(row: Row, spec: FieldSpec): string {
    const value = readCellValue(row, spec.field);
    if (value !== null) return print(spec, value);
    return readCellFlaw(row, spec.field)?.raw ?? '';
  }

  const organisation = (organisationId: OrganisationId) =>
    organisations.get(organisationId) ?? organisationId;

  return {
    cell,
    value: print,
    editable: (row, spec) => (spec.kind === 'long' ? cell(row, spec) : simplifySpaces(cell(row, spec))),
    organisation,
    searchable(row) {
      let text = searchTexts.get(row);
      if (text === undefined) {
        const cells = listFieldSpecs(row.kind, structure).map((spec) => cell(row, spec));
        text = normaliseSearch([organisation(row.organisationId), ...cells].join('\n'));
        searchTexts.set(row, text);
      }
      return text;
    },
  };
}

/** So that `390 023` typed with an ordinary space finds the amount, which is printed with no-break ones. */
export function normaliseSearch(text: string): string {
  return foldText(text).text;
}

function simplifySpaces(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, ' ');
}
