/**
 * What a spreadsheet would take for a formula when it opens a CSV file: `=`, `+`, `-`, `@`, also in
 * full width, also after blanks; a leading tab or line break can hide one. Apostrophes in front of
 * such a start belong to it, so that {@link defuseText} can always be undone.
 */
const formulaStart = /^'*(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/** Text that no spreadsheet runs: an apostrophe before what would start a formula (OWASP, CSV injection). */
export function defuseText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Undoes {@link defuseText}, whatever the text was. */
export function restoreText(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}
