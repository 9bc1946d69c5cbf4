import type { BrowserContext } from 'playwright-core';
import { apiPaths, SessionAnswer } from '#shared/api/contract.ts';
import { must } from '#shared/must.ts';

/** One of the demonstration's people by name, or anybody by login and password. */
export type Account = string | { login: string; password: string };

/**
 * Signs a browser in before its first page, by the request that the page of signing in sends. What is
 * on that page is seen by the tests about it; all others begin where they have something to see.
 */
export async function signIn(context: BrowserContext, url: string, account: Account): Promise<void> {
  const send = async (path: string, data: Record<string, string>) => {
    const answer = await context.request.post(url + path, { headers: { origin: url }, data });
    if (!answer.ok()) throw new Error(`signing in was refused: ${await answer.text()}`);
  };
  if (typeof account !== 'string') {
    await send(apiPaths.session, account);
    return;
  }
  const answer = await context.request.get(url + apiPaths.session);
  const { demoAccounts } = SessionAnswer.parse(await answer.json());
  const found = demoAccounts?.find(({ name }) => name === account);
  await send(apiPaths.demoSession, { login: must(found, account).login });
}
