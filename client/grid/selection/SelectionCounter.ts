import { createSignal, type Signal, type WritableSignal } from '#client/sync/Signal.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { createNumbersCount } from './createNumbersCount.ts';
import type { SelectedRange } from './SelectedRange.ts';
import type { SelectionNumbers } from './SelectionNumbers.ts';
import { splitRanges } from './splitRanges.ts';

/** No longer than this at a time, so that keys and scrolling stay quick over a hundred thousand cells. */
const sliceMs = 8;
/** Rows between two looks at the clock. */
const rowsPerLook = 200;

type Options = {
  table: TableKind;
  /** Empty when one cell or none is selected. */
  readRanges(): readonly SelectedRange[];
};

/** Counts what is selected, a little later and in slices. A newer selection ends the count under way. */
export class SelectionCounter {
  readonly #options: Options;
  readonly #numbers: WritableSignal<SelectionNumbers | null> = createSignal(null);
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Null while less than two cells are selected. The last ones stay until the next are counted. */
  get numbers(): Signal<SelectionNumbers | null> {
    return this.#numbers;
  }

  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** What is selected, or what stands in it, has changed. */
  recount(): void {
    this.#later(() => {
      const ranges = this.#options.readRanges();
      if (ranges.length === 0) this.#numbers.set(null);
      else this.#count(splitRanges(ranges, rowsPerLook));
    });
  }

  #count(lines: Iterator<SelectedRange>): void {
    const count = createNumbersCount(this.#options.table);
    const goOn = () => {
      const end = performance.now() + sliceMs;
      while (performance.now() < end) {
        const { value, done } = lines.next();
        if (done === true) {
          this.#numbers.set(count.result());
          return;
        }
        for (const row of value.rows) count.add(row, value.columns);
      }
      this.#later(goOn);
    };
    goOn();
  }

  #later(work: () => void): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(work);
  }
}
