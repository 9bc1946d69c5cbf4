import type { Person, PersonOptions, TestBrowser } from './openBrowser.ts';
import { type Account, signIn } from './signIn.ts';

type Options = Omit<PersonOptions, 'baseUrl'> & {
  /** The page; «Заходи» of the example without it. */
  path?: string;
};

/** Somebody who has signed in, at a page of the report. */
export async function openReport(
  { browser, product }: { browser: TestBrowser; product: { url: string } },
  account: Account,
  { path = '/reports/r2020/activities', ...options }: Options = {},
): Promise<Person> {
  const person = await browser.openPerson({ baseUrl: product.url, ...options });
  await signIn(person.context, product.url, account);
  await person.page.goto(path);
  await person.page.getByRole('navigation', { name: /^(Розділи звіту|Report sections)$/ }).waitFor();
  return person;
}
