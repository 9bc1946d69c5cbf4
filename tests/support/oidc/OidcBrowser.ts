import { OidcOutcome, OidcStartAnswer } from '#shared/api/oidc.ts';
import { ApiClient } from '#tests/support/apiClient.ts';

/** A person's browser as far as signing in goes: keeps the cookies of both sites and follows where it is led. */
export class OidcBrowser {
  readonly product: ApiClient;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(productUrl: string) {
    this.product = new ApiClient(productUrl);
  }

  /** Presses the button; gives the provider's address. */
  async start(body: object = {}): Promise<string> {
    const started = await this.product.post('/api/oidc/start', body);
    if (started.status !== 201) throw new Error(`start refused: ${started.text}`);
    return OidcStartAnswer.parse(started.json()).address;
  }

  /** Signs in at the provider; gives the address by which it sends the browser back, not yet opened. */
  async consent(address: string, account: string): Promise<string> {
    let response = await this.#open(address);
    for (let step = 0; step < 12; step++) {
      const next = response.headers.get('location');
      if (next !== null) {
        const target = new URL(next, response.url || address).href;
        if (target.startsWith(this.product.url)) return target;
        response = await this.#open(target);
        continue;
      }
      const action = /<form[^>]* action="([^"]+)"/.exec(await response.text())?.[1];
      if (action === undefined) throw new Error(`no form at ${address}`);
      response = await this.#open(
        action,
        new URLSearchParams({ prompt: 'login', login: account, password: 'x' }),
      );
    }
    throw new Error('the provider leads in circles');
  }

  /** Comes back; gives the path of the page that the product leads on to. */
  async comeBack(address: string): Promise<string> {
    const response = await this.product.get(address.slice(this.product.url.length));
    if (response.status !== 303) throw new Error(`callback: ${response.status} ${response.text}`);
    return response.headers.get('location') ?? '';
  }

  /** The whole way. */
  async signIn(account: string, body: object = {}): Promise<string> {
    return this.comeBack(await this.consent(await this.start(body), account));
  }

  async outcome(): Promise<OidcOutcome> {
    return OidcOutcome.parse((await this.product.post('/api/oidc/outcome')).json());
  }

  async #open(address: string, form?: URLSearchParams): Promise<Response> {
    const { origin } = new URL(address);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie, connection: 'close' },
      ...(form !== undefined && { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }
}
