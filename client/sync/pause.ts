/** Until the browser has drawn, and done what waited. Time decides: a hidden page draws nothing. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
