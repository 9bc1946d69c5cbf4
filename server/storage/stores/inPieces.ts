/** Below what either database binds to one statement (SQLite 32,766; PostgreSQL 65,535), with 13 values a row. */
const pieceSize = 2_000;

/** A long list in parts that fit into one statement each; none of an empty one. */
export function* inPieces<T>(list: readonly T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += pieceSize) yield list.slice(start, start + pieceSize);
}
