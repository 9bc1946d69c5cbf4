import { ExtraColumn } from '#shared/model/columns.ts';
import {
  type Direction,
  type Indicator,
  type Organisation,
  type Programme,
  ProgrammeAmendment,
  type Report,
  readReportUnit,
} from '#shared/model/structure.ts';
import { ReportUnit } from '#shared/money/reportUnit.ts';
import type { Tables } from '../Tables.ts';

/** What is governed about a report, as its rows and back. */

export function toProgramme(row: Tables['programmes']): Programme {
  return {
    id: row.id,
    title: row.title,
    community: row.community,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    ...(row.decision_number === null ? {} : { decisionNumber: row.decision_number }),
    ...(row.decision_date === null ? {} : { decisionDate: row.decision_date }),
    ...(row.amendments === '[]'
      ? {}
      : { amendments: ProgrammeAmendment.array().parse(JSON.parse(row.amendments)) }),
  };
}

export function fromProgramme(programme: Programme): Tables['programmes'] {
  return {
    id: programme.id,
    title: programme.title,
    community: programme.community,
    period_start: programme.periodStart,
    period_end: programme.periodEnd,
    decision_number: programme.decisionNumber ?? null,
    decision_date: programme.decisionDate ?? null,
    amendments: JSON.stringify(programme.amendments ?? []),
  };
}

export function toReport(row: Tables['reports']): Report {
  return {
    id: row.id,
    programmeId: row.programme_id,
    year: row.year,
    title: row.title,
    signatoryPosition: row.signatory_position,
    signatoryName: row.signatory_name,
    isExample: row.is_example === 1,
    ...(row.deadline === null ? {} : { deadline: row.deadline }),
    ...(row.unit === 'uah' ? {} : { unit: ReportUnit.parse(row.unit) }),
    ...(row.finalised_version === null || row.finalised_at === null
      ? {}
      : { finalised: { version: row.finalised_version, at: new Date(row.finalised_at).toISOString() } }),
  };
}

export function fromReport(report: Report): Tables['reports'] {
  return {
    id: report.id,
    programme_id: report.programmeId,
    year: report.year,
    title: report.title,
    signatory_position: report.signatoryPosition,
    signatory_name: report.signatoryName,
    is_example: Number(report.isExample),
    deadline: report.deadline ?? null,
    unit: readReportUnit(report),
    // A report begins open; only its steps close it.
    finalised_version: null,
    finalised_at: null,
  };
}

export function toDirection(row: Tables['directions']): Direction {
  return { id: row.id, reportId: row.report_id, number: row.number, title: row.title };
}

export function fromDirection(direction: Direction): Tables['directions'] {
  return {
    id: direction.id,
    report_id: direction.reportId,
    number: direction.number,
    title: direction.title,
  };
}

export function toIndicator(row: Tables['indicators']): Indicator {
  return {
    id: row.id,
    reportId: row.report_id,
    directionId: row.direction_id,
    key: row.key,
    title: row.title,
    forms: { one: row.form_one, few: row.form_few, many: row.form_many },
    aggregation: row.aggregation,
    overStep: row.over_step,
    partOf: row.part_of,
  };
}

export function fromIndicator(indicator: Indicator, position: number): Tables['indicators'] {
  return {
    id: indicator.id,
    report_id: indicator.reportId,
    position,
    direction_id: indicator.directionId,
    key: indicator.key,
    title: indicator.title,
    form_one: indicator.forms.one,
    form_few: indicator.forms.few,
    form_many: indicator.forms.many,
    aggregation: indicator.aggregation,
    over_step: indicator.overStep,
    part_of: indicator.partOf,
  };
}

export function toColumn(row: Tables['extra_columns']): ExtraColumn {
  return {
    id: row.id,
    reportId: row.report_id,
    table: row.table_kind,
    title: row.title,
    kind: row.kind,
    options: ExtraColumn.shape.options.parse(JSON.parse(row.options)),
    isRequired: row.is_required === 1,
  };
}

export function fromColumn(column: ExtraColumn, position: number): Tables['extra_columns'] {
  return {
    id: column.id,
    report_id: column.reportId,
    position,
    table_kind: column.table,
    title: column.title,
    kind: column.kind,
    options: JSON.stringify(column.options),
    is_required: Number(column.isRequired),
  };
}

export function toOrganisation(row: Tables['organisations']): Organisation {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind,
    ...(row.edrpou === null ? {} : { edrpou: row.edrpou }),
  };
}

export function fromOrganisation(organisation: Organisation): Tables['organisations'] {
  return {
    id: organisation.id,
    name: organisation.name,
    short_name: organisation.shortName,
    kind: organisation.kind,
    edrpou: organisation.edrpou ?? null,
  };
}
