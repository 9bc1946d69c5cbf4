/** Placeholder until the page is written. */
export function ProfilePage() {
  return null;
}
