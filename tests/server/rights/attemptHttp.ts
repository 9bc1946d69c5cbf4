import { ExportLine, Problem } from '#shared/api/contract.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { listSituations, type Outcomes } from './computeOutcome.ts';
import { type PersonName, personNames } from './people.ts';
import type { RightsTown } from './RightsTown.ts';
import type { HttpTry, Outcome } from './Try.ts';

/** What everybody meets who tries it on the server, in every situation it may depend on. */
export async function attemptHttp(town: RightsTown, attempt: HttpTry): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  for (const situation of listSituations(attempt.asks)) {
    const met: Partial<Record<PersonName, Outcome>> = {};
    for (const who of personNames) {
      // Whoever went before may have changed the state: that is what some of these do.
      await town.arrange(situation);
      await attempt.prepare?.(town);
      met[who] = judge(attempt, await send(town, attempt, who));
    }
    outcomes[situation] = met;
  }
  return outcomes;
}

/** The status, or the code of the refusal. */
async function send(town: RightsTown, attempt: HttpTry, who: PersonName): Promise<number | string> {
  const { body, endsSession } = attempt;
  const client = endsSession ? await town.openClient(who) : town.clientOf(who);
  const [method = ''] = attempt.route.split(' ');
  const address = buildAddress(town, attempt);
  const headers = { 'x-forwarded-for': town.addressOf(who) };
  if (attempt.isStream) {
    const { cookie, token } = client;
    const identity = token === null ? { cookie: cookie ?? '' } : { authorization: `Bearer ${token}` };
    return readFirstLine(client.url + address, { ...identity, ...headers });
  }
  const sent: unknown = typeof body === 'function' ? await body(who, town) : body;
  const answer = await client.request(method.toUpperCase(), address, {
    headers,
    ...(sent !== undefined && { body: sent }),
  });
  return answer.status >= 400 ? answer.problem().code : answer.status;
}

function buildAddress({ places }: RightsTown, { route, params = {}, query = '' }: HttpTry): string {
  const { reportId, organisationId } = places;
  const known: Record<string, string> = { reportId, organisationId, ...params };
  const [, path = ''] = route.split(' ');
  return path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? 'unknown') + query;
}

/** Of an answer in lines: who closes the connection ends the work behind it. */
async function readFirstLine(url: string, headers: Record<string, string>): Promise<number | string> {
  const gone = new AbortController();
  const asked = { ...headers, accept: 'application/x-ndjson', connection: 'close' };
  const response = await fetch(url, { headers: asked, signal: gone.signal });
  if (response.status >= 400) return Problem.parse(await response.json()).code;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\n')) {
    const { done, value = '' } = (await reader?.read()) ?? { done: true };
    if (done) break;
    text += value;
  }
  gone.abort();
  const line = ExportLine.parse(JSON.parse(text.split('\n', 1)[0] ?? ''));
  return line.type === 'problem' ? line.problem.code : response.status;
}

const refusals: readonly string[] = ['session.required', 'session.factor-required', 'token.invalid'];

function judge({ meets }: HttpTry, met: number | string): Outcome {
  const allowed: readonly (number | string)[] = Array.isArray(meets) ? meets : [meets];
  if (allowed.includes(met)) return 'yes';
  const isRefusal =
    typeof met === 'string' &&
    (refusals.includes(met) ||
      met.startsWith('access.') ||
      met.startsWith('submission.now-') ||
      met === 'finalising.open');
  return isRefusal ? (met as ErrorCode) : `unexpected ${met}`;
}
