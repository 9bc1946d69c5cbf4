/** So many colours are told apart; each theme has its own, in `global.css`. */
const colourCount = 8;

/** The same colour for a person in everybody's browser, for a fill under `--zvit-on-person` and for a frame. */
export function presenceColour(userId: string): string {
  let hash = 0;
  for (const character of userId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return `var(--zvit-person-${hash % colourCount})`;
}
