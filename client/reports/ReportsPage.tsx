/** Placeholder until the page is written. */
export function ReportsPage() {
  return null;
}
