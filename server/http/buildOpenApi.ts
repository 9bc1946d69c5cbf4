import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import {
  Problem,
  ReportAnswer,
  ReportList,
  SessionAnswer,
  SessionList,
  TokenList,
  TotalsAnswer,
  UserInfo,
} from '#shared/api/contract.ts';
import { RepeatKey, repeatKeyHeader } from '#shared/api/repeating.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { errorCatalogue } from '#shared/errors/catalogue.ts';
import { protocolVersion } from '#shared/protocol/messages.ts';
import { type Route, takesRepeatKey } from './Route.ts';
import { linesType } from './sendLines.ts';

/** The OpenAPI 3.1 description of the API, made from the very schemas that check it. */
export function buildOpenApi(routes: readonly Route[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = toOpenApiPath(route.path);
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Zvit',
      version: String(protocolVersion),
      description:
        'Everything governed. Rows are co-edited in documents over websockets, see docs/PROTOCOL.md. Errors are RFC ' +
        '9457 problem details with a stable `code`. Requests that change state need an `Origin` header of the ' +
        'product itself, unless they carry an API token.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: {
        Problem,
        ReportAnswer,
        ReportList,
        SessionAnswer,
        SessionList,
        TokenList,
        TotalsAnswer,
        UserInfo,
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'zvit_session',
          description: 'Set by signing in; named `__Host-zvit_session` behind TLS.',
        },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token from the profile page, `zvit_…`.',
        },
      },
    },
  });
}

const repeatHeaders = z.object({
  [repeatKeyHeader]: RepeatKey.optional().describe(
    'Names the request: sent again with it within an hour, it is answered as before and not done again.',
  ),
});

/** `/api/users/:userId` → `/api/users/{userId}`. */
export function toOpenApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

/** Whatever the route, these may be answered. */
function commonErrors(route: Route): ErrorCode[] {
  const codes: ErrorCode[] = ['token.invalid', 'server.failed', 'server.stopping', 'storage.unavailable'];
  if (route.method !== 'get') codes.push('request.origin', 'storage.full');
  if (route.params || route.query || route.body || takesRepeatKey(route)) codes.push('request.invalid');
  if (route.body) codes.push('request.too-large');
  if (route.access === 'signed-in') codes.push('session.required');
  if (route.access === 'signed-in' && route.isForSecuring !== true) codes.push('session.factor-required');
  return codes;
}

function describeRoute(route: Route): ZodOpenApiOperationObject {
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.access === 'public' && { security: [{}, { session: [] }, { token: [] }] }),
    requestParams: {
      ...(route.params && { path: route.params as z.ZodObject }),
      ...(route.query && { query: route.query as z.ZodObject }),
      ...(takesRepeatKey(route) && { header: repeatHeaders }),
    },
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: route.body } } },
    }),
    responses: { [route.answer.status]: describeAnswer(route), ...describeErrors(route) },
  };
}

function operationId({ method, path }: Route): string {
  const words = path
    .replace('/api/', '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function describeAnswer({ answer }: Route) {
  const lines = 'lines' in answer && answer.lines ? { [linesType]: { schema: answer.lines } } : {};
  if ('schema' in answer)
    return { description: 'Done.', content: { 'application/json': { schema: answer.schema }, ...lines } };
  if (answer.status === 303) return { description: 'Leads on to a page.' };
  if (!('files' in answer)) return { description: 'Done; no body.' };
  const file = { schema: { type: 'string', format: 'binary' } } as const;
  const files = Object.fromEntries(answer.files.map((type) => [type, file]));
  return { description: 'A file.', content: { ...files, ...lines } };
}

function describeErrors(route: Route) {
  const byStatus = new Map<number, Set<ErrorCode>>();
  for (const code of [...commonErrors(route), ...(route.errors ?? [])]) {
    const { status } = errorCatalogue[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      `${status}`,
      {
        description: [...codes].sort().join(', '),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}
