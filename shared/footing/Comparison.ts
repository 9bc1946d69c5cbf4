import { formatMoney } from '../money/formatMoney.ts';
import {
  type FootingCheck,
  type FootingDifference,
  type FootingSubject,
  mostDifferences,
} from './FootingCheck.ts';

/** Sums of what was spent, by the rows and by the subject of a check. */
export type SpentSums = { expected: bigint; found: bigint };

/** Compares the numbers of one subject, counts them, and keeps the first that differ. */
export class Comparison {
  readonly #subject: FootingSubject;
  readonly #file: string | null;
  readonly #differences: FootingDifference[] = [];
  #compared = 0;
  #differing = 0;

  constructor(subject: FootingSubject, file: string | null = null) {
    this.#subject = subject;
    this.#file = file;
  }

  /** Texts as people read them; null for what is not there. `inner` names a file inside an archive. */
  compare(cell: string, expected: string | null, found: string | null, inner = ''): void {
    this.#compared += 1;
    if (expected === found) return;
    this.#differing += 1;
    if (this.#differences.length >= mostDifferences) return;
    const file = this.#file === null ? null : this.#file + inner;
    this.#differences.push({ place: { file, cell }, expected, found });
  }

  compareMoney(cell: string, expected: bigint, found: bigint): void {
    if (expected === found) this.#compared += 1;
    else this.compare(cell, print(expected), print(found));
  }

  finish(sums: SpentSums | null = null): FootingCheck {
    return {
      subject: this.#subject,
      file: this.#file,
      isEqual: this.#differing === 0 && (sums === null || sums.expected === sums.found),
      expected: sums && String(sums.expected),
      found: sums && String(sums.found),
      compared: this.#compared,
      differing: this.#differing,
      differences: this.#differences,
    };
  }
}

function print(minor: bigint): string {
  return formatMoney(minor, { unit: 'none' });
}
