import express, { type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { isAlwaysSecure } from '#server/config/readConfig.ts';
import { type AccessRequest, can, reportToLookUp } from '#shared/access/can.ts';
import { RepeatKey, repeatedHeader, repeatKeyHeader } from '#shared/api/repeating.ts';
import { AppError, type Language } from '#shared/errors/AppError.ts';
import { buildContentDisposition } from './contentDisposition.ts';
import type { AnswerBook } from './createAnswerBook.ts';
import { identifyCaller } from './identifyCaller.ts';
import { readLanguage } from './language.ts';
import { parseInput } from './RequestInvalid.ts';
import { type Answer, type Caller, type Client, type Route, takesRepeatKey } from './Route.ts';
import type { Services } from './Services.ts';
import { linesType, sendLines } from './sendLines.ts';

/** The largest JSON body where a route says nothing else; the largest honest one, 200 memberships of a user, is 30 kB. */
const bodyLimit = 100_000;

/**
 * Runs one route: origin, identity, parameters, rights, input, handler, answer, in this order, so
 * that nobody's body is looked at before it is known that they may ask at all.
 */
export function createRouteHandler(route: Route, services: Services, answers: AnswerBook): RequestHandler {
  const parseJson = express.json({ limit: route.bodyLimit ?? bodyLimit, type: () => true, strict: true });
  return async (request, response) => {
    if (route.isFromElsewhere !== true) checkOrigin(request, services);
    const caller = await identifyCaller(request, services);
    if (route.access === 'signed-in') checkSession(route, caller);

    const language = readLanguage(request);
    const params = route.params && parseInput(route.params, request.params, language);
    await checkRights(route, services, caller, params);
    const query = route.query && parseInput(route.query, request.query, language);
    const body = route.body && parseInput(route.body, await readJson(parseJson, request, response), language);

    const repeatKey = readRepeatKey(route, request, language);

    const client = describeClient(request, services);
    const signal = abortWhenGone(response);
    const wantsLines = linesOf(route) !== undefined && request.get('accept') === linesType;
    const confirm = async () => {
      const current = await identifyCaller(request, services);
      if (current?.actor.userId !== caller?.actor.userId) throw new AppError('session.required');
      if (route.access === 'signed-in') checkSession(route, current);
      await checkRights(route, services, current, params);
    };
    const call = { services, caller, client, params, query, body, signal, wantsLines, confirm };
    const owner = caller?.sessionId ?? caller?.tokenId;
    if (repeatKey !== undefined && owner != null && !wantsLines) {
      const parts = [repeatKey, request.method, request.originalUrl, body];
      const { answer, isRepeated } = await answers.once({ owner, parts, signal }, () => route.handle(call));
      if (isRepeated) response.setHeader(repeatedHeader, 'true');
      sendAnswer(route, response, answer);
      return;
    }
    const answer = await route.handle(call);
    if (answer.lines === undefined) sendAnswer(route, response, answer);
    else await sendLines({ request, response, schema: linesOf(route), lines: answer.lines, signal });
  };
}

/** Whatever changes state must come from our own pages, unless a token speaks: no browser adds one by itself. */
function checkOrigin(request: Request, { isAllowedOrigin }: Services): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers.authorization !== undefined) return;
  const { origin, host } = request.headers;
  const site = request.get('sec-fetch-site');
  const isSameSite = site === undefined || site === 'same-origin';
  if (!isSameSite || !isAllowedOrigin(origin, host)) throw new AppError('request.origin');
}

function checkSession(route: Route, caller: Caller | null): void {
  if (caller === null) throw new AppError('session.required');
  if (caller.isUnsecured && route.isForSecuring !== true) throw new AppError('session.factor-required');
}

async function checkRights(
  route: Route,
  { storage }: Services,
  caller: Caller | null,
  params: unknown,
): Promise<void> {
  if (route.rights === null || caller === null) return;
  const question = route.rights(params);
  const reportId = reportToLookUp(question);
  // Of a report that does not exist everything else is decided first, and then the handler says so.
  const reportStatus = reportId === null ? 'open' : ((await storage.reports.findStatus(reportId)) ?? 'open');
  const decision = can(caller.actor, { ...question, reportStatus } as AccessRequest);
  if (!decision.allowed) throw new AppError(decision.reason);
}

function readJson(parseJson: RequestHandler, request: Request, response: Response): Promise<unknown> {
  return new Promise((resolve, reject) => {
    parseJson(request, response, (error: unknown) => (error ? reject(error) : resolve(request.body)));
  });
}

/** Undefined for a request that is done each time it comes. */
function readRepeatKey(route: Route, request: Request, language: Language): string | undefined {
  if (!takesRepeatKey(route)) return undefined;
  const headers = z.object({ [repeatKeyHeader]: RepeatKey.optional() });
  return parseInput(headers, request.headers, language)[repeatKeyHeader];
}

function linesOf({ answer }: Route): z.ZodType | undefined {
  return 'lines' in answer ? answer.lines : undefined;
}

function describeClient(request: Request, { config, isAllowedOrigin }: Services): Client {
  const { origin, host } = request.headers;
  return {
    address: request.ip ?? 'unknown',
    userAgent: request.get('user-agent') ?? '',
    isSecure: request.secure || isAlwaysSecure(config),
    cookieHeader: request.headers.cookie ?? null,
    origin: isAllowedOrigin(origin, host) ? new URL(String(origin)).origin : null,
  };
}

function abortWhenGone(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new AppError('request.gone'));
  });
  return controller.signal;
}

function sendAnswer(
  route: Route,
  response: Response,
  { body, cookie, file, location }: Answer<unknown>,
): void {
  response.status(route.answer.status).setHeader('Cache-Control', 'no-store');
  if (cookie !== undefined) response.setHeader('Set-Cookie', cookie);
  if (location !== undefined) response.setHeader('Location', location);
  if (file !== undefined) {
    response.setHeader('Content-Disposition', buildContentDisposition(file.fileName));
    response.setHeader('Content-Type', file.contentType);
    response.send(typeof file.content === 'string' ? file.content : Buffer.from(file.content));
  } else if ('schema' in route.answer) {
    // Parsing drops what the contract does not name: a hash can never slip out with a user.
    response.json(route.answer.schema.parse(body));
  } else {
    response.end();
  }
}
