import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApiRoutes } from '#server/http/buildApiRoutes.ts';
import { toOpenApiPath } from '#server/http/buildOpenApi.ts';
import { commentPaths } from '#shared/api/comments.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { finalisingPaths } from '#shared/api/finalising.ts';
import { mailPaths } from '#shared/api/mail.ts';
import { noticePaths } from '#shared/api/notices.ts';
import { reminderPaths } from '#shared/api/reminders.ts';
import { submissionPaths } from '#shared/api/submission.ts';
import { isErrorCode } from '#shared/errors/catalogue.ts';
import { exportFormats } from '#shared/export/exportFormats.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';

type Parameter = { name: string; in: string; required?: boolean };
type Content = Record<string, { schema: object }>;
type Operation = {
  operationId: string;
  summary: string;
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};
type Description = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: object };
};

const routes = buildApiRoutes();

describe('the description of the API', () => {
  let server: TestServer;
  let description: Description;
  let text: string;

  beforeAll(async () => {
    server = await startTestServer();
    text = (await new ApiClient(server.url).get(apiPaths.openapi)).text;
    description = JSON.parse(text) as Description;
  });
  afterAll(() => server.stop());

  test('ACC-60 every path of the contract has a route, and every route is of the contract', () => {
    expect(new Set(routes.map(({ path }) => path))).toEqual(
      new Set([
        ...[
          ...Object.values(apiPaths),
          ...Object.values(commentPaths),
          ...Object.values(finalisingPaths),
          ...Object.values(mailPaths),
          ...Object.values(noticePaths),
          ...Object.values(reminderPaths),
          ...Object.values(submissionPaths),
        ],
        ...Object.values(exportFormats).map(({ path }) => path),
      ]),
    );
  });

  test('ACC-60 describes exactly the registered routes', () => {
    expect(description.openapi).toBe('3.1.0');
    const described = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(
      routes.map(({ method, path }) => `${method} ${toOpenApiPath(path)}`).sort(),
    );
  });

  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'ACC-60 %s is described by its own schemas',
    (_name, route) => {
      const operation = description.paths[toOpenApiPath(route.path)]?.[route.method];
      if (operation === undefined) throw new Error('not described');
      expect(operation.summary).toMatch(/\.$/);

      const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const parameters = operation.parameters ?? [];
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(
        inPath,
      );
      expect(operation.requestBody !== undefined).toBe(route.body !== undefined);

      const { content } = operation.responses[String(route.answer.status)] ?? {};
      if ('schema' in route.answer) expect(content?.['application/json']).toBeDefined();
      else if ('files' in route.answer) {
        const lines = route.answer.lines ? ['application/x-ndjson'] : [];
        expect(Object.keys(content ?? {})).toEqual([...route.answer.files, ...lines]);
      } else expect(content).toBeUndefined();

      const codes = Object.entries(operation.responses)
        .filter(([status]) => Number(status) >= 400)
        .flatMap(([, response]) => response.description.split(', '));
      expect(codes.filter((code) => !isErrorCode(code))).toEqual([]);
      for (const code of route.errors ?? []) expect(codes).toContain(code);
    },
  );

  test('ACC-60 every reference leads somewhere and every operation has a name of its own', () => {
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) =>
      String(name),
    );
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((name) => !(name in description.components.schemas))).toEqual([]);
    const names = Object.values(description.paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
