import { Problem, SessionAnswer } from '#shared/api/contract.ts';

export type ApiResponse = {
  status: number;
  headers: Headers;
  text: string;
  bytes: Uint8Array;
  /** Throws when the body is no JSON. */
  json(): unknown;
  /** Throws when the answer is no problem document. */
  problem(): Problem;
};

type RequestOptions = { body?: unknown; headers?: Record<string, string>; rawBody?: string };

/** One person at a browser, as far as HTTP goes: keeps the session cookie, sends the origin of the product's own page. */
export class ApiClient {
  readonly url: string;
  /** `name=value` of the session, or null when signed out. */
  cookie: string | null = null;
  /** Of a sign-in by a provider that was begun. */
  handleCookie: string | null = null;
  /** Sent instead of the cookie when set. */
  token: string | null = null;

  constructor(url: string) {
    this.url = url;
  }

  async request(method: string, path: string, options: RequestOptions = {}): Promise<ApiResponse> {
    const headers: Record<string, string> = { ...options.headers };
    if (this.token !== null) headers.authorization ??= `Bearer ${this.token}`;
    else headers.origin ??= this.url;
    const cookies = [this.cookie, this.handleCookie].filter((cookie) => cookie !== null).join('; ');
    if (cookies !== '' && this.token === null) headers.cookie ??= cookies;
    // A kept connection that the server closes just then would fail the request on a busy machine.
    headers.connection ??= 'close';
    const body = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    if (body !== undefined) headers['content-type'] ??= 'application/json';
    // An empty value is how a test leaves a header out.
    for (const [name, value] of Object.entries(headers)) if (value === '') delete headers[name];
    const response = await fetch(this.url + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    for (const line of response.headers.getSetCookie()) this.keepCookie(line);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return {
      status: response.status,
      headers: response.headers,
      text,
      bytes,
      json: () => JSON.parse(text),
      problem: () => Problem.parse(JSON.parse(text)),
    };
  }

  get = (path: string, options?: RequestOptions) => this.request('GET', path, options);
  post = (path: string, body?: unknown, options?: RequestOptions) =>
    this.request('POST', path, { ...options, body });
  put = (path: string, body?: unknown) => this.request('PUT', path, { body });
  patch = (path: string, body?: unknown) => this.request('PATCH', path, { body });
  delete = (path: string) => this.request('DELETE', path);

  /** Rejects when signing in is refused. */
  async signIn(login: string, password: string): Promise<SessionAnswer> {
    const response = await this.post('/api/session', { login, password });
    if (response.status !== 201) throw new Error(`sign-in refused: ${response.text}`);
    return SessionAnswer.parse(response.json());
  }

  /** Another client with the same cookie and token. */
  copy(): ApiClient {
    const copy = new ApiClient(this.url);
    copy.cookie = this.cookie;
    copy.handleCookie = this.handleCookie;
    copy.token = this.token;
    return copy;
  }

  private keepCookie(line: string): void {
    const pair = line.split(';', 1)[0] ?? '';
    const value = pair.endsWith('=') ? null : pair;
    if (/^(__Host-)?zvit_sign_in=/.test(pair)) this.handleCookie = value;
    else this.cookie = value;
  }
}
