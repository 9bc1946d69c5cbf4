/** Placeholder until the page is written. */
export function UsersPage() {
  return null;
}
