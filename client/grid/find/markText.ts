import type { TextMark } from './TextMark.ts';

/** The text in pieces, with what is sought in it marked. */
export function markText(text: string, marks: readonly TextMark[]): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const { start, end, isCurrent } of marks) {
    if (start > done) nodes.push(document.createTextNode(text.slice(done, start)));
    const mark = document.createElement('mark');
    mark.className = isCurrent ? 'zvit-match zvit-current' : 'zvit-match';
    mark.textContent = text.slice(start, end);
    nodes.push(mark);
    done = end;
  }
  if (done < text.length || nodes.length === 0) nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}

/** A long text is moved within its cell, so that the part one has come to is seen. */
export function showCurrentMark(cell: HTMLElement): void {
  if (cell.dataset.moved !== undefined) {
    cell.scrollLeft = 0;
    delete cell.dataset.moved;
  }
  if (cell.querySelector('.zvit-current') === null) return;
  // Measured when the row is on the page.
  requestAnimationFrame(() => {
    const current = cell.querySelector('.zvit-current');
    if (current === null) return;
    const [mark, box] = [current.getBoundingClientRect(), cell.getBoundingClientRect()];
    if (mark.right <= box.right - 12) return;
    cell.scrollLeft += mark.left - box.left - box.width / 3;
    cell.dataset.moved = '';
  });
}
