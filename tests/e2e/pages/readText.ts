import type { Locator } from 'playwright-core';

/** What the element shows, with every run of white space (also U+00A0) as one space. */
export async function readText(locator: Locator): Promise<string> {
  return normaliseSpace(await locator.innerText());
}

/** The same of each element that matches now. */
export async function readTexts(locator: Locator): Promise<string[]> {
  return (await locator.allInnerTexts()).map(normaliseSpace);
}

export function normaliseSpace(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
