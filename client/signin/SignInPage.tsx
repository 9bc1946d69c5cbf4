/** Placeholder until the page is written. */
export function SignInPage() {
  return null;
}
