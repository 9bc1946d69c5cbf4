/** What a benchmark runs against: the product, or a peer as it comes. */
export type BenchServerName = 'zvit' | 'hocuspocus' | 'y-websocket';

/** What a child process prints, as one line of JSON, when it listens. */
export type Ready = {
  /** `ws://127.0.0.1:port`, and the path before a document's name for y-websocket. */
  url: string;
  /** Sent with every upgrade. */
  headers: Record<string, string>;
};

/** Sent to a child process and answered by it, so that a peer is measured by the same means. */
export type Question = 'memory';
export type MemoryAnswer = { rssBytes: number };

/** Name of the n-th document; the product's own kind of name, which means nothing to the others. */
export function benchDocument(index: number): string {
  return `sheet/bench/o${index}`;
}
