import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { CellMap } from '../CellMap.ts';
import type { CellTexts } from '../CellTexts.ts';
import type { SelectedRange } from '../selection/SelectedRange.ts';
import { combineRanges } from './combineRanges.ts';
import { readCopiedCell } from './readCopiedCell.ts';
import { writeHtmlTable } from './writeHtmlTable.ts';
import { writeTsv } from './writeTsv.ts';

/** What became of a copy or a cut. */
export type CopyOutcome =
  | { kind: 'copied' | 'cut'; cellCount: number }
  /** Several ranges that are no table together. */
  | { kind: 'no-table' }
  /** Cut, though this row may not be written. */
  | { kind: 'not-yours'; row: Row };

type Options = {
  cells: CellMap;
  readTexts(): CellTexts;
  readRanges(): readonly SelectedRange[];
  canWrite(organisationId: OrganisationId): boolean;
  /** `text` is what stands on the clipboard; it names the cut when it is pasted. */
  onCut(range: SelectedRange, text: string): void;
  onCopy(outcome: CopyOutcome): void;
};

/** Copying and cutting in the table. Returns what ends it. */
export function listenToClipboard(options: Options): () => void {
  const { cells, readTexts, readRanges, canWrite, onCut, onCopy } = options;
  const { element } = cells;

  const handleCopy = (event: ClipboardEvent) => {
    // What is selected within a text, such as a notice, is copied by the browser.
    if (cells.nameOf(event.target) === null || (document.getSelection()?.toString() ?? '') !== '') return;
    event.preventDefault();
    const ranges = readRanges();
    const range = combineRanges(ranges, {
      rowIndex: (row) => cells.placeOf(row),
      columns: cells.columns(),
    });
    if (range === null) {
      if (ranges.length > 0) onCopy({ kind: 'no-table' });
      return;
    }
    const isCut = event.type === 'cut';
    const foreign = isCut ? range.rows.find(({ organisationId }) => !canWrite(organisationId)) : undefined;
    if (foreign !== undefined) {
      onCopy({ kind: 'not-yours', row: foreign });
      return;
    }
    const texts = readTexts();
    const lines = range.rows.map((row) => range.columns.map((column) => readCopiedCell(row, column, texts)));
    const text = writeTsv(lines.map((line) => line.map((cell) => cell.text)));
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', writeHtmlTable(lines));
    if (isCut) onCut(range, text);
    onCopy({ kind: isCut ? 'cut' : 'copied', cellCount: range.rows.length * range.columns.length });
  };

  element.addEventListener('copy', handleCopy, { capture: true });
  element.addEventListener('cut', handleCopy, { capture: true });
  return () => {
    element.removeEventListener('copy', handleCopy, { capture: true });
    element.removeEventListener('cut', handleCopy, { capture: true });
  };
}
