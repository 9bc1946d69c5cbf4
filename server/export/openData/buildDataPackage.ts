import { createHash } from 'node:crypto';
import { documentWords } from '#shared/report/documentWords.ts';
import type { ReportMeta } from '#shared/report/ReportModel.ts';
import type { AnyOpenTable } from './OpenTable.ts';

/** A table as it stands in the package. */
export type OpenFile = { table: AnyOpenTable; bytes: Uint8Array };

export type PackageOptions = {
  /** ISO 8601, UTC. */
  createdAt: string;
  isDraft: boolean;
};

export const openLicence = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0',
} as const;

/** The descriptor of Frictionless Data Package v2: `datapackage.json`. */
export function buildDataPackage(meta: ReportMeta, files: readonly OpenFile[], options: PackageOptions) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `zvit-${meta.reportId.toLowerCase()}-${meta.year}`,
    id: buildPackageId(meta),
    title: buildPackageTitle(meta, options),
    description: buildPackageDescription(meta),
    version: options.isDraft ? 'draft' : '1.0.0',
    created: options.createdAt,
    keywords: ['звіт', 'місцева цільова програма', 'видатки'],
    licenses: [openLicence],
    contributors: [{ title: meta.community, roles: ['publisher'] }],
    sources: [{ title: `${meta.community}: ${meta.title}` }],
    resources: files.map(({ table, bytes }) => buildResource(table, bytes)),
  };
}

export function buildPackageId({ reportId, year }: ReportMeta): string {
  return `urn:zvit:report:${reportId}:${year}`;
}

export function buildPackageTitle(meta: ReportMeta, { isDraft }: PackageOptions): string {
  return `${isDraft ? `${documentWords.draft}. ` : ''}${meta.title}: відкриті дані`;
}

export function buildPackageDescription(meta: ReportMeta): string {
  const about = `${meta.programmeTitle} (${meta.community}), ${meta.year} рік: заходи, видатки, показники й підсумки. Суми в гривнях.`;
  return meta.exampleNote === null ? about : `${meta.exampleNote} ${about}`;
}

function buildResource(table: AnyOpenTable, bytes: Uint8Array) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: table.name,
    path: table.path,
    type: 'table',
    title: table.title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    dialect: {
      $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
      header: true,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
    },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: table.fields,
      primaryKey: table.primaryKey,
      ...(table.foreignKeys === undefined ? {} : { foreignKeys: table.foreignKeys }),
      missingValues: table.missing === '' ? [''] : ['', table.missing],
    },
  };
}
