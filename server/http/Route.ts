import type { z } from 'zod';
import type { AccessQuestion } from '#shared/access/can.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Services } from './Services.ts';

/** Who asks, by cookie or by API token: exactly one of the two ids is there. */
export type Caller = {
  actor: Actor;
  sessionId: string | null;
  tokenId: string | null;
  /** Must set up a second factor, and may do nothing before. */
  isUnsecured: boolean;
};

/** What a handler may know about the connection. */
export type Client = {
  address: string;
  userAgent: string;
  isSecure: boolean;
  cookieHeader: string | null;
  /** Of the page that asks, when it is one of ours; null for a token and for what changes nothing. */
  origin: string | null;
};

export type DownloadFile = { content: string | Uint8Array; contentType: string; fileName: string };

export type Answer<Body> = {
  body?: Body;
  /** Whole `Set-Cookie` values. */
  cookie?: string | string[];
  /** Where the browser goes on, on a route that leads on: a path of ours. */
  location?: string;
  file?: DownloadFile;
  /** Lines of the schema of `AnswerSpec`, for who asked for them; sent as they come. */
  lines?: AsyncIterable<unknown>;
};

/**
 * What a successful answer is: JSON of a schema, a file of one of the content types, nothing, or another page. With
 * `lines` it is newline JSON of that schema for who accepts `application/x-ndjson`.
 */
export type AnswerSpec<A extends z.ZodType> =
  | { status: 200 | 201; schema: A; lines?: z.ZodType }
  | { status: 200; files: readonly string[]; lines?: z.ZodType }
  | { status: 204 }
  | { status: 303 };

type Description<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in `apiPaths`. */
  path: string;
  /** One English sentence for the API's description. */
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Largest body in bytes, where files come in; 100 kB without it. */
  bodyLimit?: number;
  answer: AnswerSpec<A>;
  /** Open to who must set up a second factor first. */
  isForSecuring?: true;
  /** Asked by programs elsewhere, which send no origin and no JSON: its address alone proves that it may be done. */
  isFromElsewhere?: true;
  /** Codes beyond those that every route may answer with. */
  errors?: readonly ErrorCode[];
};

/** What a handler gets; `P`, `Q` and `B` are the parsed parameters, query and body. */
export type Call<P, Q, B, C> = {
  services: Services;
  caller: C;
  client: Client;
  params: P;
  query: Q;
  body: B;
  /** Aborted when whoever asked has gone: nobody waits for the answer any more. */
  signal: AbortSignal;
  /** True when newline JSON was asked for; only on a route that has it. */
  wantsLines: boolean;
  /** Decides anew that the caller may have the answer, for one that took long. Rejects like the first time. */
  confirm(): Promise<void>;
};

/**
 * One row of the table of routes: dispatch, validation, rights and the OpenAPI document are made
 * from it. `rights` is asked of `can()`, with how the report stands, after the parameters are read and
 * before the body is.
 */
export type Route = Description<z.ZodType, z.ZodType, z.ZodType, z.ZodType> & {
  access: 'public' | 'signed-in';
  rights: ((params: unknown) => AccessQuestion) | null;
  handle(call: Call<unknown, unknown, unknown, Caller | null>): Promise<Answer<unknown>>;
};

/** A route anybody may use; `caller` is null for who is not signed in. */
export function publicRoute<
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
  A extends z.ZodType = z.ZodUnknown,
>(
  route: Description<P, Q, B, A> & {
    handle(call: Call<z.output<P>, z.output<Q>, z.output<B>, Caller | null>): Promise<Answer<z.input<A>>>;
  },
): Route {
  const { handle, ...description } = route;
  return {
    ...description,
    access: 'public',
    rights: null,
    handle: (call) => handle(call as Call<z.output<P>, z.output<Q>, z.output<B>, Caller | null>),
  };
}

/** A route for people who are signed in and, where `rights` is given, whom `can()` allows it. */
export function userRoute<
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
  A extends z.ZodType = z.ZodUnknown,
>(
  route: Description<P, Q, B, A> & {
    rights?: (params: z.output<P>) => AccessQuestion;
    handle(call: Call<z.output<P>, z.output<Q>, z.output<B>, Caller>): Promise<Answer<z.input<A>>>;
  },
): Route {
  const { handle, rights, ...description } = route;
  return {
    ...description,
    access: 'signed-in',
    rights: rights ? (params) => rights(params as z.output<P>) : null,
    handle: (call) => handle(call as Call<z.output<P>, z.output<Q>, z.output<B>, Caller>),
  };
}

/** Whether a request may name itself, so that it is done once however often it is sent. */
export function takesRepeatKey({ method, access }: Pick<Route, 'method' | 'access'>): boolean {
  return method !== 'get' && access === 'signed-in';
}
