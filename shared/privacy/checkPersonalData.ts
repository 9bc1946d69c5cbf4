import { isExtraField, kindOfExtra } from '../model/extraField.ts';
import type { FieldName } from '../model/fieldName.ts';
import type { OrganisationId, RowId } from '../model/ids.ts';
import type { TableKind } from '../model/rows.ts';
import type { ReportModel } from '../report/ReportModel.ts';
import type { TextBlock, TextInline } from '../report/TextModel.ts';
import { findPersonalData, type PersonalDataKind } from './findPersonalData.ts';

export type PersonalDataPlace =
  | { in: 'text'; directionNumber: number }
  | {
      in: 'row';
      table: TableKind;
      organisationId: OrganisationId;
      /** Short name. */
      organisation: string;
      rowId: RowId;
      /** Number of the row in its table, from 1: as in every exported file. */
      rowNumber: number;
      field: FieldName;
    }
  | { in: 'signature' };

export type PersonalDataFinding = { kind: PersonalDataKind; quote: string; place: PersonalDataPlace };

/** Everything in a report that looks like personal data, before it is published: the texts first, then row by row. */
export function checkPersonalData(model: ReportModel): PersonalDataFinding[] {
  const findings: PersonalDataFinding[] = [];
  const check = (text: string, place: PersonalDataPlace): void => {
    for (const { kind, quote } of findPersonalData(text)) findings.push({ kind, quote, place });
  };
  for (const { number, text } of model.directions) {
    for (const line of listTexts(text)) check(line, { in: 'text', directionNumber: number });
  }
  check(model.meta.signatoryPosition, { in: 'signature' });
  for (const lines of [model.activities, model.expenditures]) {
    for (const [index, { kind, organisation, rowId, values, unreadable }] of lines.entries()) {
      const place = {
        in: 'row',
        table: kind,
        organisationId: organisation.id,
        organisation: organisation.shortName,
        rowId,
        rowNumber: index + 1,
      } as const;
      for (const [field, value] of Object.entries({ ...values, ...unreadable })) {
        if (typeof value !== 'string' || isSkipped(field)) continue;
        check(value, { ...place, field: field as FieldName });
      }
    }
  }
  return findings;
}

/** They hold ids, chosen values and dates. */
const skippedFields: ReadonlySet<string> = new Set([
  'directionId',
  'indicatorId',
  'period',
  'fund',
  'form',
  'state',
]);

function isSkipped(field: string): boolean {
  return skippedFields.has(field) || (isExtraField(field) && kindOfExtra(field) === 'date');
}

/** Each line of a text: a name does not run over the end of one. Rows of a table in it are checked as rows. */
function listTexts(blocks: readonly TextBlock[]): string[] {
  return blocks.flatMap(listLines);
}

function listLines(block: TextBlock): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return joinInline(block.content).split('\n');
    case 'list':
      return block.items.flatMap(listTexts);
    case 'quote':
      return listTexts(block.content);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => listTexts(content)));
    case 'rows':
      return [];
  }
}

function joinInline(content: readonly TextInline[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'break') return '\n';
      if (inline.type === 'figure') return inline.figure.text;
      return inline.link?.startsWith('mailto:') ? `${inline.text} ${inline.link.slice(7)}` : inline.text;
    })
    .join('');
}
