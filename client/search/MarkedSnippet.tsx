import type { Snippet } from '#shared/search/buildSnippet.ts';
import classes from './search.module.css';

/** A piece of a text with what was found in it marked. */
export function MarkedSnippet({ snippet: { text, marks } }: { snippet: Snippet }) {
  const pieces = marks.map(({ start, end }, index) => ({
    before: text.slice(marks[index - 1]?.end ?? 0, start),
    found: text.slice(start, end),
    start,
  }));
  return (
    <span className={classes.snippet}>
      {pieces.map(({ before, found, start }) => (
        <span key={start}>
          {before}
          <mark className={classes.mark}>{found}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </span>
  );
}
