/** The value, which cannot be absent here; throws Error naming `what` when it is after all. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`);
  return value;
}

/** Ends a switch over a union: adding a member to the union then fails to compile here. */
export function assertNever(x: never): never {
  throw new Error(`unexpected: ${String(x)}`);
}
