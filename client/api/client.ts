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

/** Newline JSON of the server, line by line as it comes. Rejects like {@link apiFetch}. */
export async function* apiLines<T>(
  path: string,
  line: z.ZodType<T>,
  request: ApiRequest = {},
): AsyncGenerator<T> {
  const response = await send(path, { ...request, isLive: true }, 'application/x-ndjson');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const read = await reader?.read().catch((error: unknown) => {
      throw new NetworkError(`${path} broke off`, { cause: error });
    });
    if (read === undefined || read.done) return;
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      const parsed = line.safeParse(JSON.parse(text));
      if (!parsed.success) throw new NetworkError(`unexpected line of ${path}`, { cause: parsed.error });
      yield parsed.data;
    }
  }
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
