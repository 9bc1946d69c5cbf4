import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject, onTestFinished, TestRunner } from 'vitest';

const launchArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // There is none: what would draw in its place costs more than drawing without one.
  '--disable-gpu',
  // A container's /dev/shm is often too small for a grid of ten thousand rows.
  '--disable-dev-shm-usage',
];

/** A person at their own computer: an own context, so own cookies and own offline copy. */
export type Person = { context: BrowserContext; page: Page };

export type TestBrowser = {
  browser: Browser;
  /**
   * Opens a page for somebody new. The page's uncaught errors are thrown by `stop`. Whoever comes within
   * a test leaves with it: all the pages that a file opens would follow every change to its end.
   */
  openPerson(options?: PersonOptions): Promise<Person>;
  /** Closes every page. Throws when one of them had an uncaught error that the test did not ask for. */
  stop(): Promise<void>;
};

export type PersonOptions = {
  baseUrl?: string;
  locale?: 'uk-UA' | 'en-GB';
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** Reads and writes the clipboard without being asked. */
  usesClipboard?: boolean;
  /** A phone: touched, and without the bars of a window. */
  isPhone?: boolean;
  /**
   * Keeps the product's files for a reload without a network, as a real browser does. Keeping them takes
   * as long as opening a page, and only such a reload can tell: the others do without.
   */
  keepsFiles?: boolean;
};

/** The Chromium found before the tests began, without a window. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath: inject('chromiumPath'), args: launchArguments });
  const pageErrors: Error[] = [];
  return {
    browser,
    async openPerson(options = {}) {
      const context = await browser.newContext({
        locale: options.locale ?? 'uk-UA',
        timezoneId: 'Europe/Kyiv',
        colorScheme: options.colorScheme ?? 'light',
        viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
        acceptDownloads: true,
        serviceWorkers: options.keepsFiles === true ? 'allow' : 'block',
        ...(options.isPhone === true ? { hasTouch: true, isMobile: true } : {}),
        ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
      });
      context.setDefaultTimeout(30_000);
      if (options.usesClipboard === true) {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      }
      if (TestRunner.getCurrentTest() !== undefined) onTestFinished(() => context.close());
      context.on('weberror', (webError) => pageErrors.push(webError.error()));
      return { context, page: await context.newPage() };
    },
    async stop() {
      await browser.close();
      if (pageErrors.length > 0)
        throw new AggregateError(pageErrors, `uncaught in a page: ${pageErrors.join('; ')}`);
    },
  };
}
