/**
 * Two texts that a reader takes for the same become equal: case, the kind and number of spaces, and
 * how an accent is encoded do not matter. Null for an empty or blank text.
 */
export function normaliseText(text: string | null): string | null {
  const normal = (text ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
  return normal === '' ? null : normal;
}
