import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApiRoutes } from '#server/http/buildApiRoutes.ts';
import { accessActionNames } from '#shared/access/accessActions.ts';
import { SheetStatus } from '#shared/model/structure.ts';
import { attemptDocument, documentPaths } from './attemptDocument.ts';
import { attemptHttp } from './attemptHttp.ts';
import { computeDocumentOutcomes, computeHttpOutcomes } from './computeOutcome.ts';
import { RightsTown } from './RightsTown.ts';
import { situations } from './situations.ts';
import { httpTries } from './tries/httpTries.ts';

/**
 * Two tables of who may do what: one is computed by `can`, the other comes of everybody trying everything
 * on a real server, in every state. They are equal, or one of the two is wrong.
 */
let town: RightsTown;

beforeAll(async () => {
  town = await RightsTown.start();
});
afterAll(() => town.stop());

describe('over HTTP', () => {
  for (const attempt of httpTries) {
    const { route, note } = attempt;
    test(`ACC-40 ACC-140 ${note === undefined ? route : `${route}, ${note}`}`, async () => {
      expect(await attemptHttp(town, attempt)).toEqual(computeHttpOutcomes(attempt, town.places));
    });
  }

  test('ACC-141 every route is tried', () => {
    const routes = buildApiRoutes().map(({ method, path }) => `${method} ${path}`);
    const tried = new Set(httpTries.map(({ route }) => route));
    const missing = routes.filter((route) => !tried.has(route));
    const advice = missing.map(
      (route) => `add { route: '${route}', asks: '<action of can()>', meets: <what an allowed person gets> }`,
    );
    expect(advice, 'routes that nobody tries: see tests/server/rights/tries').toEqual([]);
    expect([...tried].filter((route) => !routes.includes(route))).toEqual([]);
  });
});

describe('in documents', () => {
  const paths = Object.keys(documentPaths) as (keyof typeof documentPaths)[];
  for (const path of paths) {
    for (const type of ['sheet', 'narrative'] as const) {
      test(`ACC-140 ${type} over the ${path}`, async () => {
        const { read, write } = await attemptDocument(town, path, type);
        expect(read).toEqual(computeDocumentOutcomes(path, type, 'read', town.places));
        expect(write).toEqual(computeDocumentOutcomes(path, type, 'write', town.places));
      });
    }
  }
});

test('ACC-141 every action is tried, in every state of a sheet', () => {
  const inDocuments = ['sheet.read', 'sheet.write', 'narrative.read', 'narrative.write'];
  const tried = new Set([...httpTries.map(({ asks }) => asks), ...inDocuments]);
  expect(accessActionNames.filter((action) => !tried.has(action))).toEqual([]);
  const statuses = new Set(Object.values(situations).map(({ status }) => status));
  expect([...statuses].sort()).toEqual([...SheetStatus.options].sort());
});
