import type { LineDifference, TextPiece } from '../api/comparison.ts';
import { alignLines } from './alignLines.ts';
import { compareTexts } from './compareTexts.ts';
import { FigureAlphabet, splitAtFigures } from './FigureAlphabet.ts';
import type { TextLine } from './TextLine.ts';

type ShownLine = Exclude<LineDifference, { change: 'skipped' }>;

/**
 * Line by line, and word by word where a line was changed, what became of a text; empty when nothing
 * did. Compared the other way round it is the same with the sides exchanged: what is ambiguous is
 * decided for one order of the two texts.
 */
export function compareTextLines(before: readonly TextLine[], after: readonly TextLine[]): LineDifference[] {
  const alphabet = new FigureAlphabet([...before, ...after]);
  const sides = [before, after].map((lines) => lines.map((line) => ({ line, text: alphabet.write(line) })));
  const [old = [], young = []] = sides;
  const isInOrder = nameOf(old) <= nameOf(young);
  const compared = isInOrder ? compareInOrder(old, young) : compareInOrder(young, old).map(mirrorLine);
  const lines = putRemovedFirst(compared, ({ change }) => change);
  return lines.every(({ change }) => change === 'same') ? [] : leaveOutEqual(lines);
}

type WrittenLine = { line: TextLine; text: string };

function nameOf(lines: readonly WrittenLine[]): string {
  return lines.map(({ line, text }) => `${line.kind}:${text}`).join('\n');
}

function compareInOrder(before: readonly WrittenLine[], after: readonly WrittenLine[]): ShownLine[] {
  const pairs = alignLines(
    before.map(({ line, text }) => `${line.kind}:${text}`),
    after.map(({ line, text }) => `${line.kind}:${text}`),
  );
  return pairs.map((pair) => {
    const old = pair.before === null ? null : (before[pair.before] ?? null);
    const young = pair.after === null ? null : (after[pair.after] ?? null);
    const pieces = comparePieces(old, young);
    const kinds = { before: old?.line.kind ?? null, after: young?.line.kind ?? null };
    if (old === null) return { change: 'added', ...kinds, pieces };
    if (young === null) return { change: 'removed', ...kinds, pieces };
    const isSame = kinds.before === kinds.after && pieces.every(({ kind }) => kind === 'same');
    return { change: isSame ? 'same' : 'changed', ...kinds, pieces };
  });
}

function comparePieces(before: WrittenLine | null, after: WrittenLine | null): TextPiece[] {
  const oldValues = readFigureTexts(before);
  const youngValues = readFigureTexts(after);
  const pieces: TextPiece[] = [];
  for (const { kind, text } of compareTexts(before?.text ?? '', after?.text ?? '')) {
    for (const stretch of splitAtFigures(text)) {
      if (stretch !== null) {
        pieces.push({ kind, text: stretch });
        continue;
      }
      const old = kind === 'added' ? '' : (oldValues.shift() ?? '');
      const young = kind === 'removed' ? '' : (youngValues.shift() ?? '');
      if (kind === 'same' && old !== young) pieces.push({ kind: 'figure', before: old, after: young });
      else pieces.push({ kind, text: kind === 'added' ? young : old });
    }
  }
  return joinPieces(pieces);
}

function readFigureTexts(written: WrittenLine | null): string[] {
  return (written?.line.runs ?? []).flatMap((run) => (typeof run === 'string' ? [] : [run.text]));
}

function joinPieces(pieces: readonly TextPiece[]): TextPiece[] {
  const joined: TextPiece[] = [];
  for (const piece of putRemovedFirst(pieces, ({ kind }) => kind)) {
    const last = joined.at(-1);
    if (piece.kind !== 'figure' && last && last.kind === piece.kind) {
      joined[joined.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    } else if (piece.kind === 'figure' || piece.text !== '') joined.push(piece);
  }
  return joined;
}

function mirrorLine({ change, before, after, pieces }: ShownLine): ShownLine {
  return {
    change: mirrorChange(change),
    before: after,
    after: before,
    pieces: joinPieces(
      pieces.map((piece) =>
        piece.kind === 'figure'
          ? { kind: 'figure', before: piece.after, after: piece.before }
          : { kind: mirrorChange(piece.kind), text: piece.text },
      ),
    ),
  };
}

function mirrorChange<C extends string>(change: C): C | 'added' | 'removed' {
  if (change === 'added') return 'removed';
  return change === 'removed' ? 'added' : change;
}

/** Between what both sides have, what went stands before what came. */
function putRemovedFirst<T>(items: readonly T[], changeOf: (item: T) => string): T[] {
  const ordered: T[] = [];
  const added: T[] = [];
  for (const item of items) {
    const change = changeOf(item);
    if (change === 'added') added.push(item);
    else {
      if (change !== 'removed') ordered.push(...added.splice(0));
      ordered.push(item);
    }
  }
  return [...ordered, ...added];
}

/** A change is read with the line before it and the one after; the others are counted. */
function leaveOutEqual(lines: readonly ShownLine[]): LineDifference[] {
  const shown: LineDifference[] = [];
  for (const [index, line] of lines.entries()) {
    const neighbours = [lines[index - 1], line, lines[index + 1]];
    const last = shown.at(-1);
    if (neighbours.some((neighbour) => neighbour !== undefined && neighbour.change !== 'same')) {
      shown.push(line);
    } else if (last?.change === 'skipped') shown[shown.length - 1] = { ...last, count: last.count + 1 };
    else shown.push({ change: 'skipped', count: 1 });
  }
  return shown;
}
