const coded = /_x([0-9A-Fa-f]{4})_/g;

/** `_x000D_` in a text of the format stands for a character by its code, `_x005F_` for an underscore before such a code. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(coded, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
