/** Placeholder until the page is written. */
export function SetupPage() {
  return null;
}
