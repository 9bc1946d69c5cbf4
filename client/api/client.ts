import type { z } from 'zod';
import { Problem } from '#shared/api/contract.ts';
import { repeatedHeader, repeatKeyHeader } from '#shared/api/repeating.ts';
import { ApiProblem, isRefusal } from './ApiProblem.ts';
import { NetworkError } from './NetworkError.ts';
import { chooseRepeatKey, forgetRepeatKeys, keepRepeatKey, tellRepeated } from './repeatKeys.ts';

/** How long an answer to a change is waited for: a slow one comes, a lost one never does. */
export const patienceMs = 60_000;

export type ApiRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
  /** Something is added: sent again after no answer came, it is not added twice. */
  isAdding?: boolean;
  /** The answer must come from the server, not from any copy. */
  isLive?: boolean;
};

/**
 * Asks the server and parses its answer with `answer`. Rejects with {@link ApiProblem} when the
 * server refuses, with {@link NetworkError} when it cannot be reached or answers something else.
 */
export async function apiFetch<T>(path: string, answer: z.ZodType<T>, request: ApiRequest = {}): Promise<T> {
  return exchange(path, request, async (response) => {
    const parsed = answer.safeParse(await response.json().catch(() => undefined));
    if (parsed.success) return parsed.data;
    throw new NetworkError(`unexpected answer of ${path}`, {
      cause: parsed.error,
      isOfChange: isChange(request),
    });
  });
}

/** For requests whose answer has no body. Rejects like {@link apiFetch}. */
export async function apiSend(path: string, request: ApiRequest = {}): Promise<void> {
  await exchange(path, { method: 'POST', ...request }, async () => undefined);
}

/** Newline JSON of the server, line by line as it comes. Rejects like {@link apiFetch}. */
export async function* apiLines<T>(
  path: string,
  line: z.ZodType<T>,
  request: ApiRequest = {},
): AsyncGenerator<T> {
  const response = await send(path, { ...request, isLive: true }, { accept: 'application/x-ndjson' });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const read = await reader?.read().catch((error: unknown) => {
      throw new NetworkError(`${path} broke off`, { cause: error, isOfChange: isChange(request) });
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

function isChange({ method = 'GET' }: ApiRequest): boolean {
  return method !== 'GET';
}

/** An answer counts as here when all of it was read; until then what was added keeps its key. */
async function exchange<T>(
  path: string,
  request: ApiRequest,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  if (!isChange(request)) return read(await send(path, request));
  const sent = { method: request.method ?? 'POST', path, body: request.body };
  const key = request.isAdding === true ? chooseRepeatKey(sent) : null;
  const patience = beginPatience(request.signal);
  try {
    const response = await send(path, { ...request, signal: patience.signal }, { repeatKey: key });
    const answer = await read(response);
    forgetRepeatKeys(sent);
    if (response.headers.get(repeatedHeader) !== null) tellRepeated();
    return answer;
  } catch (error) {
    if (isRefusal(error)) forgetRepeatKeys(sent);
    else if (key !== null) keepRepeatKey(sent, key);
    throw error;
  } finally {
    patience.end();
  }
}

/** Gives up when the caller does, and when nothing has come for longer than anybody believes in. */
function beginPatience(signal: AbortSignal | undefined): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patienceMs);
  const giveUp = () => controller.abort(signal?.reason);
  if (signal?.aborted === true) giveUp();
  signal?.addEventListener('abort', giveUp);
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    },
  };
}

type Sending = { accept?: string; repeatKey?: string | null };

async function send(
  path: string,
  { method = 'GET', body, signal, isLive = false }: ApiRequest,
  { accept = 'application/json', repeatKey = null }: Sending = {},
): Promise<Response> {
  const isOfChange = method !== 'GET';
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
        ...(repeatKey === null ? {} : { [repeatKeyHeader]: repeatKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    throw new NetworkError(`no answer of ${path}`, { cause: error, isOfChange });
  }
  if (response.ok) return response;
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (problem.success) throw new ApiProblem(problem.data);
  throw new NetworkError(`${path} answered ${response.status}`, { isOfChange });
}
