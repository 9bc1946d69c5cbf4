/** Fills with at least 4.5:1 to white text, and apart from each other for most colour vision. */
const colours = [
  '#1f4b99',
  '#8a3b00',
  '#0b6b4f',
  '#7a1f6b',
  '#9c1c2e',
  '#3d5a00',
  '#5b3fa8',
  '#00617a',
] as const;

/** The same colour for a person in everybody's browser. */
export function presenceColour(userId: string): string {
  let hash = 0;
  for (const character of userId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return colours[hash % colours.length] ?? colours[0];
}
