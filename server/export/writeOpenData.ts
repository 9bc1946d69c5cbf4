import { strToU8, zipSync } from 'fflate';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { writeCsv } from './csv/writeCsv.ts';
import { buildDataPackage, type PackageOptions } from './openData/buildDataPackage.ts';
import { buildDcat } from './openData/buildDcat.ts';
import { buildProgrammeTables } from './openData/buildProgrammeTables.ts';
import { buildReportTables } from './openData/buildReportTables.ts';

/** The first a ZIP archive knows: its files have no time of their own, so that equal data is an equal file. */
const noTime = new Date(1980, 0, 1);

/**
 * The report as open data: a ZIP archive with a Frictionless Data Package v2, its description as
 * DCAT-AP, and the set of Cabinet Resolution 835 by both profiles. `docs/OPEN-DATA.md` describes it.
 */
export function writeOpenData(model: ReportModel, options: PackageOptions): Uint8Array<ArrayBuffer> {
  const today = options.createdAt.slice(0, 10);
  const tables = [...buildReportTables(model), ...buildProgrammeTables(model, today)];
  const files = tables.map((table) => {
    const header = table.fields.map(({ name }) => name);
    return { table, bytes: strToU8(writeCsv(header, table.rows, 'standard')) };
  });
  const toJson = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  return new Uint8Array(
    zipSync(
      {
        'datapackage.json': toJson(buildDataPackage(model.meta, files, options)),
        'dcat.jsonld': toJson(buildDcat(model.meta, files, options)),
        ...Object.fromEntries(files.map(({ table, bytes }) => [table.path, bytes])),
      },
      { mtime: noTime, level: 9 },
    ),
  );
}
