import type { z } from 'zod';
import { Problem } from '#shared/api/contract.ts';
import { ApiProblem } from './ApiProblem.ts';
import { NetworkError } from './NetworkError.ts';

export type ApiRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
  /** The answer must come from the server, not from any copy. */
  isLive?: boolean;
};

/**
 * Asks the server and parses its answer with `answer`. Rejects with {@link ApiProblem} when the
 * server refuses, with {@link NetworkError} when it cannot be reached or answers something else.
 */
export async function apiFetch<T>(path: string, answer: z.ZodType<T>, request: ApiRequest = {}): Promise<T> {
  const response = await send(path, request);
  const parsed = answer.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new NetworkError(`unexpected answer of ${path}`, { cause: parsed.error });
  return parsed.data;
}

/** For requests whose answer has no body. Rejects like {@link apiFetch}. */
export async function apiSend(path: string, request: ApiRequest = {}): Promise<void> {
  await send(path, { method: 'POST', ...request });
}

/** A file of the server, with the name that the server gives it. Rejects like {@link apiFetch}. */
export async function apiFile(
  path: string,
  request: ApiRequest = {},
): Promise<{ content: Blob; fileName: string | null }> {
  const response = await send(path, request, '*/*');
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const content = await response.blob().catch((error: unknown) => {
    throw new NetworkError(`${path} broke off`, { cause: error });
  });
  return { content, fileName: encoded === undefined ? null : decodeURIComponent(encoded) };
}

/** Fills `:name` parts of a path of `apiPaths`. */
export function buildPath(template: string, parameters: Record<string, string>): string {
  return template.replaceAll(/:(\w+)/g, (whole, name: string) =>
    encodeURIComponent(parameters[name] ?? whole),
  );
}

async function send(
  path: string,
  { method = 'GET', body, signal, isLive = false }: ApiRequest,
  accept = 'application/json',
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: isLive ? 'no-store' : 'default',
      headers: {
        accept,
        'accept-language': document.documentElement.lang,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    throw new NetworkError(`no answer of ${path}`, { cause: error });
  }
  if (response.ok) return response;
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (problem.success) throw new ApiProblem(problem.data);
  throw new NetworkError(`${path} answered ${response.status}`);
}
