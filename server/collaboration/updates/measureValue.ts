/**
 * About how many bytes a decoded value holds; stops counting past `limit`. Walks without recursion:
 * how deep a value is nested is the sender's choice.
 */
export function measureValue(value: unknown, limit: number): number {
  const waiting: unknown[] = [value];
  let bytes = 0;
  while (waiting.length > 0 && bytes <= limit) {
    const next = waiting.pop();
    if (typeof next === 'string') bytes += next.length * 2;
    else if (next instanceof Uint8Array) bytes += next.byteLength;
    else if (typeof next === 'object' && next !== null) {
      bytes += 8;
      for (const [key, entry] of Object.entries(next)) {
        bytes += key.length * 2;
        waiting.push(entry);
        if (bytes > limit) break;
      }
    } else bytes += 8;
  }
  return bytes;
}
