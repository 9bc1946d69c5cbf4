import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '#tests/e2e/support/findChromium.ts';

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      // A document that is put in place of the server's counts as one of another network.
      '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
    ],
  });
}
