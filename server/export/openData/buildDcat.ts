import { createHash } from 'node:crypto';
import type { ReportMeta } from '#shared/report/ReportModel.ts';
import {
  buildPackageDescription,
  buildPackageId,
  buildPackageTitle,
  type OpenFile,
  openLicence,
  type PackageOptions,
} from './buildDataPackage.ts';

const authority = 'http://publications.europa.eu/resource/authority';

/** The same set for a data portal: DCAT-AP 3 as JSON-LD, each CSV a distribution, paths relative to it. */
export function buildDcat(meta: ReportMeta, files: readonly OpenFile[], options: PackageOptions) {
  const uk = (value: string) => ({ '@language': 'uk', '@value': value });
  const day = (value: string) => ({ '@type': 'xsd:date', '@value': value });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': buildPackageId(meta),
    '@type': 'dcat:Dataset',
    'dct:identifier': buildPackageId(meta),
    'dct:title': uk(buildPackageTitle(meta, options)),
    'dct:description': uk(buildPackageDescription(meta)),
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': uk(meta.community) },
    'dct:issued': { '@type': 'xsd:dateTime', '@value': options.createdAt },
    'dct:language': { '@id': `${authority}/language/UKR` },
    'dct:spatial': { '@type': 'dct:Location', 'dct:title': uk(meta.community) },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': day(`${meta.year}-01-01`),
      'dcat:endDate': day(`${meta.year}-12-31`),
    },
    'dcat:theme': { '@id': `${authority}/data-theme/GOVE` },
    'dcat:keyword': [uk('звіт'), uk('місцева цільова програма'), uk('видатки')],
    'dcat:distribution': files.map(({ table, bytes }) => ({
      '@id': `${buildPackageId(meta)}:${table.name}`,
      '@type': 'dcat:Distribution',
      'dct:title': uk(table.title),
      'dct:license': { '@id': openLicence.path },
      'dct:format': { '@id': `${authority}/file-type/CSV` },
      'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/text/csv' },
      'dcat:accessURL': { '@id': table.path },
      'dcat:downloadURL': { '@id': table.path },
      'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes.length) },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': {
          '@type': 'xsd:hexBinary',
          '@value': createHash('sha256').update(bytes).digest('hex'),
        },
      },
    })),
  };
}
