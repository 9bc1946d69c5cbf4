import { restoreText } from '#shared/report/defuseText.ts';

/** `="0210180"` is how our own file, and others, keep Excel from reading digits as a number. */
const quotedFormula = /^="([^"]*)"$/;

/** A cell of a CSV file as the text it was made from: without what protects it from a spreadsheet. */
export function restoreCell(text: string): string {
  return quotedFormula.exec(text)?.[1] ?? restoreText(text);
}
