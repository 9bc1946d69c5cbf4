import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { readZip } from '#server/export/gate/readZip.ts';
import { writeOpenData } from '#server/export/writeOpenData.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };
import profile from '#tests/fixtures/schemas/datapackage-2.0.json' with { type: 'json' };
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const options = { createdAt: '2021-01-20T09:30:00.000Z', isDraft: false };
const example = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(profile);

const Field = z.object({
  name: z.string(),
  type: z.string(),
  format: z.string().optional(),
  constraints: z
    .object({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      enum: z.array(z.string()).optional(),
      pattern: z.string().optional(),
      minimum: z.number().optional(),
    })
    .optional(),
});
const Resource = z.object({
  name: z.string(),
  path: z.string(),
  bytes: z.int(),
  hash: z.string(),
  schema: z.object({
    fields: z.array(Field),
    primaryKey: z.array(z.string()),
    foreignKeys: z
      .array(
        z.object({
          fields: z.array(z.string()),
          reference: z.object({ resource: z.string(), fields: z.array(z.string()) }),
        }),
      )
      .optional(),
    missingValues: z.array(z.string()),
  }),
});
type Resource = z.infer<typeof Resource>;
type Record = Map<string, string | null>;

const lexical: { [type: string]: RegExp } = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?$/,
  year: /^\d{4}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** A package as a stranger reads it: only what its descriptor says is known of it. */
function readPackage(model: ReportModel, given = options) {
  const files = readZip(writeOpenData(model, given));
  const descriptor: unknown = JSON.parse(must(files.get('datapackage.json'), 'the descriptor'));
  if (!validate(descriptor)) throw new Error(JSON.stringify(validate.errors?.slice(0, 5), null, 1));
  const resources = z.object({ resources: z.array(Resource) }).parse(descriptor).resources;
  const tables = new Map<string, Record[]>();
  for (const resource of resources) {
    const text = must(files.get(resource.path), resource.path);
    expect(Buffer.byteLength(text)).toBe(resource.bytes);
    expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(resource.hash);
    tables.set(resource.name, readTable(resource, text));
  }
  for (const resource of resources) checkKeys(resource, tables);
  return { files, descriptor, resources, tables };
}

function readTable({ schema, path }: Resource, text: string): Record[] {
  const [header, ...records] = parse(text, { relax_column_count: false }) as string[][];
  expect(header).toEqual(schema.fields.map(({ name }) => name));
  return records.map(
    (record) =>
      new Map(
        schema.fields.map(({ name, type, constraints = {} }, index): [string, string | null] => {
          const raw = record[index] ?? '';
          const value = schema.missingValues.includes(raw) ? null : raw;
          const place = `${path} ${name} «${raw}»`;
          if (value === null) {
            expect(constraints.required ?? false, place).toBe(false);
            return [name, null];
          }
          expect(value, place).toMatch(must(lexical[type], type));
          if (constraints.enum) expect(constraints.enum, place).toContain(value);
          if (constraints.pattern) expect(value, place).toMatch(new RegExp(`^(?:${constraints.pattern})$`));
          if (constraints.minimum !== undefined)
            expect(Number(value)).toBeGreaterThanOrEqual(constraints.minimum);
          return [name, value];
        }),
      ),
  );
}

function checkKeys({ name, schema }: Resource, tables: Map<string, Record[]>): void {
  const records = must(tables.get(name), name);
  const keyOf = (record: Record, fields: readonly string[]) => fields.map((field) => record.get(field));
  const unique = [
    schema.primaryKey,
    ...schema.fields.filter(({ constraints }) => constraints?.unique).map((field) => [field.name]),
  ];
  for (const fields of unique) {
    const keys = records.map((record) => JSON.stringify(keyOf(record, fields)));
    expect(new Set(keys).size, `${name} ${fields}`).toBe(keys.length);
  }
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    const known = new Set(
      must(tables.get(reference.resource), reference.resource).map((record) =>
        JSON.stringify(keyOf(record, reference.fields)),
      ),
    );
    for (const record of records) {
      const key = keyOf(record, fields);
      if (key.every((value) => value !== null)) expect([...known]).toContain(JSON.stringify(key));
    }
  }
}

function sumMinor(records: readonly Record[], field: string): bigint {
  return records.reduce((sum, record) => sum + BigInt((record.get(field) ?? '0.00').replace('.', '')), 0n);
}

describe('writeOpenData', () => {
  it('EXP-55 is a data package by its published profile, its tables as their schemas say', () => {
    const { descriptor, resources, files } = readPackage(example);
    expect(descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      created: options.createdAt,
      licenses: [{ name: 'CC-BY-4.0' }],
    });
    expect(resources.map(({ name }) => name)).toEqual([
      'directions',
      'organisations',
      'indicators',
      'activities',
      'expenditures',
      'totals',
      ...[2019, 2025].flatMap((year) =>
        ['programs', 'amendments', 'reports'].map((name) => `${name}-${year}`),
      ),
    ]);
    expect([...files.keys()].sort()).toEqual(
      ['datapackage.json', 'dcat.jsonld', ...resources.map(({ path }) => path)].sort(),
    );
  });

  it('EXP-55 the profile refuses a package that is none', () => {
    expect(validate({ name: 'x' })).toBe(false);
    expect(validate({ resources: [{ name: 'x', path: '../secret' }] })).toBe(false);
    expect(
      validate({
        resources: [{ name: 'x', path: 'a.csv', schema: { fields: [{ name: 'a', type: 'text' }] } }],
      }),
    ).toBe(false);
  });

  it('EXP-56 keys hold and all sums foot, whatever the rows', () => {
    const structure = buildReportStructure();
    fc.assert(
      fc.property(anyRows, (rows) => {
        const model = buildReportModel(buildContent(structure, rows));
        const { tables } = readPackage(model);
        const { actualMinor, plannedMinor } = model.totals.grand;
        const expenditures = must(tables.get('expenditures'), 'expenditures');
        const totals = must(tables.get('totals'), 'totals');
        expect(sumMinor(expenditures, 'actual')).toBe(actualMinor);
        expect(sumMinor(expenditures, 'planned')).toBe(plannedMinor);
        for (const slice of ['grand', 'direction', 'organisation', 'direction-organisation']) {
          expect(
            sumMinor(
              totals.filter((record) => record.get('slice') === slice),
              'actual',
            ),
          ).toBe(actualMinor);
        }
        expect(must(tables.get('activities'), 'activities').length + expenditures.length).toBe(rows.length);
      }),
      { numRuns: 40 },
    );
  });

  it('EXP-1 holds every published figure of 2020', () => {
    const { tables } = readPackage(example);
    const directions = must(tables.get('directions'), 'directions');
    const indicators = must(tables.get('indicators'), 'indicators');
    for (const { number, actualMinor, indicators: own } of figures.directions) {
      const direction = directions.find((record) => record.get('number') === String(number));
      expect(direction?.get('actual')?.replace('.', '')).toBe(
        actualMinor === 0 ? '000' : String(actualMinor),
      );
      for (const { key, value, kind } of own) {
        const indicator = indicators.find((record) => record.get('key') === key);
        if (kind === 'floor') expect(indicator?.get('text')).toBe(`понад ${value} заходів`);
        else expect(indicator?.get('value')).toBe(String(value));
      }
    }
    expect(sumMinor(must(tables.get('expenditures'), 'expenditures'), 'actual')).toBe(
      BigInt(figures.totalActualMinor),
    );
  });

  it('EXP-57 holds the set of resolution 835 by the names of both profiles, null where nothing is known', () => {
    const structure = buildReportStructure();
    const programme = { ...structure.programme, decisionNumber: '719', decisionDate: '2014-05-29' };
    const { files } = readPackage(buildReportModel(buildContent({ ...structure, programme }, [])));
    expect(files.get('835-2019/Reports.csv')).toBe(
      'identifier,dateAccepted,title,periodStartDate,periodEndDate,programmeIdentifier,programmeTitle,url\r\n' +
        '2020-719-2014-05-29,null,Звіт,2020-01-01,2020-12-31,719-2014-05-29,Програма,null\r\n',
    );
    expect(files.get('835-2025/reports.csv')?.split('\r\n')[0]).toBe(
      'uid,acceptedDate,title,periodStartDate,periodEndDate,programId,programTitle,url',
    );
    expect(files.get('835-2019/Programs.csv')).toBe(
      'identifier,title,validFrom,validThrough,status,executantName,executantIdentifier,url,orderType,orderTitle,orderDateAccepted,orderNumber,orderURL,publisherName,publisherIdentifier\r\n' +
        '719-2014-05-29,Програма,2017,2022,Чинна,null,null,null,null,null,2014-05-29,719,null,null,null\r\n',
    );
    expect(files.get('835-2025/programs.csv')?.split('\r\n')[0]).toBe(
      'uid,title,validFrom,validThrough,status,executantName,executantId,programUrl,legalActType,legalActTitle,legalActAccepted,legalActNumber,legalActUrl,publisherName,publisherId',
    );
    expect(files.get('835-2025/amendments.csv')).toBe(
      'uid,programId,programTitle,legalActType,legalActTitle,legalActAccepted,legalActNumber,legalActUrl,publisherName,publisherId\r\n',
    );
    const unknown = readPackage(buildReportModel(buildContent(structure, []))).files;
    expect(unknown.get('835-2019/Reports.csv')).toContain('2020-programme,null,');
    const later = readPackage(example, { ...options, createdAt: '2023-01-10T00:00:00.000Z' }).files;
    expect(later.get('835-2019/Programs.csv')).toContain(',2017,2022,Завершена,');
  });

  it('EXP-58 equal data makes an equal file, and a draft and an example say what they are', () => {
    const first = writeOpenData(example, options);
    expect(Buffer.compare(first, writeOpenData(example, options))).toBe(0);
    const { descriptor, tables } = readPackage(example, { ...options, isDraft: true });
    expect(descriptor).toMatchObject({ version: 'draft', title: expect.stringMatching(/^ЧЕРНЕТКА/) });
    for (const record of must(tables.get('expenditures'), 'expenditures')) {
      expect(record.get('exampleNote')).toContain('Приклад');
    }
    expect(must(tables.get('reports-2019'), 'reports')[0]?.get('title')).toContain('(приклад)');
  });

  it('EXP-58 what could not be read stands beside the typed fields', () => {
    const row = buildActivity('r1', {});
    row.flaws = { quantity: { code: 'wrong-type', raw: 'багато' } };
    const { tables } = readPackage(buildReportModel(buildContent(buildReportStructure(), [row])));
    const [record] = must(tables.get('activities'), 'activities');
    expect(record?.get('quantity')).toBeNull();
    expect(record?.get('unreadable')).toBe('quantity: багато');
  });

  it('EXP-59 describes itself by DCAT-AP, each file with its size and sum', () => {
    const { files, resources } = readPackage(example);
    const dcat: unknown = JSON.parse(must(files.get('dcat.jsonld'), 'dcat'));
    expect(dcat).toMatchObject({
      '@type': 'dcat:Dataset',
      'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/UKR' },
      'dcat:distribution': resources.map(({ path, bytes, hash }) => ({
        'dcat:downloadURL': { '@id': path },
        'dcat:byteSize': { '@value': String(bytes) },
        'spdx:checksum': { 'spdx:checksumValue': { '@value': hash.replace('sha256:', '') } },
      })),
    });
  });
});
