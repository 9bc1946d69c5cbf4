/** A КПКВК or КЕКВ cell as the key of a total: trimmed; null when blank. */
export function readCode(text: string | null): string | null {
  const code = text?.trim();
  return code === undefined || code === '' ? null : code;
}
