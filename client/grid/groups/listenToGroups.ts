import type { GroupId } from './GroupId.ts';

type Options = {
  isFolded(id: GroupId): boolean;
  fold(id: GroupId, isFolded: boolean): void;
  foldAll(isFolded: boolean): void;
};

/**
 * Folds groups by a click on their line, and from the line by Enter, Space and the arrows to the sides;
 * with Alt+Shift all of them. Returns what ends it.
 */
export function listenToGroups(element: HTMLElement, { isFolded, fold, foldAll }: Options): () => void {
  const handleClick = (event: MouseEvent) => {
    const id = findGroup(event.target);
    if (id !== null) fold(id, !isFolded(id));
  };

  const handleKey = (event: KeyboardEvent) => {
    const id = findGroup(event.target);
    if (id === null || event.ctrlKey || event.metaKey) return;
    const isSideways = event.code === 'ArrowLeft' || event.code === 'ArrowRight';
    if (event.altKey) {
      if (!event.shiftKey || !isSideways) return;
      foldAll(event.code === 'ArrowLeft');
    } else if (isSideways) {
      const wanted = event.code === 'ArrowLeft';
      if (isFolded(id) !== wanted) fold(id, wanted);
    } else if (['Enter', 'NumpadEnter', 'Space'].includes(event.code)) {
      fold(id, !isFolded(id));
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  element.addEventListener('click', handleClick, { capture: true });
  element.addEventListener('keydown', handleKey, { capture: true });
  return () => {
    element.removeEventListener('click', handleClick, { capture: true });
    element.removeEventListener('keydown', handleKey, { capture: true });
  };
}

/** The group whose line was meant; null anywhere else. */
function findGroup(target: EventTarget | null): GroupId | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest('.ag-row')?.querySelector('.zvit-group') ?? null;
  return line instanceof HTMLElement ? ((line.dataset.group ?? null) as GroupId | null) : null;
}
