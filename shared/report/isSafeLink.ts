const safeProtocols = ['http:', 'https:', 'mailto:'];

/** Whether a published file may lead there: nothing that runs, and nothing on the reader's own machine. */
export function isSafeLink(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && safeProtocols.includes(url.protocol);
}
