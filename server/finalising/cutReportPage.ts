import type { PagePiece } from '#shared/api/finalising.ts';

/**
 * A report's page as it was stored, with the chosen pieces alone: what was not chosen is not in it, neither
 * as a table nor as a row behind a number. A number leads to its rows where all of them are there, and is a
 * plain number otherwise. Every word of the page is escaped, so its elements are found by their tags.
 */
export function cutReportPage(page: string, pieces: ReadonlySet<PagePiece>): string {
  let rest = page;
  if (!pieces.has('text')) rest = rest.replace(paper, '$1$2');
  for (const piece of ['totals', 'activities', 'expenditures'] as const)
    if (!pieces.has(piece)) rest = rest.replace(sectionOf(piece), '');
  return unlink(closeDoors(rest));
}

/** The text, whose heading names the report and stays. */
const paper = /(<article class="paper">(?:<header>.*?<\/header>)?).*?(<\/article>)/s;
const sectionOf = (id: string) => new RegExp(`<section class="tables" id="${id}">.*?</section>\\n?`, 's');
const door = /<section class="door" id="(door\.\d+)".*?<\/section>\n?/gs;
const link = /<a ([^>]*)href="#([^"]*)"[^>]*>(.*?)<\/a>/gs;

function readIds(page: string): Set<string> {
  return new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id));
}

/** Keeps the lists of rows whose number and whose rows are all on the page. */
function closeDoors(page: string): string {
  const ids = readIds(page);
  return page.replaceAll(door, (whole: string) =>
    [...whole.matchAll(link)].every(([, , target = '']) => ids.has(target)) ? whole : '',
  );
}

/** What leads nowhere any more is words; a line of the contents that does is gone. */
function unlink(page: string): string {
  const ids = readIds(page);
  return page
    .replaceAll(/<li><a href="#([^"]*)">[^<]*<\/a><\/li>/g, (line: string, target: string) =>
      ids.has(target) ? line : '',
    )
    .replaceAll(link, (whole: string, attributes: string, target: string, words: string) => {
      if (ids.has(target)) return whole;
      const id = /\bid="[^"]*"/.exec(attributes)?.[0];
      return id === undefined ? words : `<span ${id}>${words}</span>`;
    });
}
