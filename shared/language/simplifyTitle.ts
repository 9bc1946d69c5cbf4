/** A column's title as titles are compared: without its unit, marks and case. */
export function simplifyTitle(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replaceAll(
      /(?:тис\.?|тисяч)\s*(?:грн\.?|гривень|uah)?|млн\.?\s*(?:грн\.?)?|грн\.?|гривень|\buah\b|₴/gu,
      ' ',
    )
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
