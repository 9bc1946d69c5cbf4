import { presenceColour } from '#client/ui/presenceColour.ts';
import classes from './caret.module.css';

export type CaretUser = { id: string; name: string };

/** A colleague's caret with their name. What a client says about itself the server has replaced. */
export function buildCaret(user: Partial<CaretUser>): HTMLElement {
  const caret = document.createElement('span');
  caret.className = classes.caret ?? '';
  // No word of the text.
  caret.ariaHidden = 'true';
  caret.dataset.caret = user.name ?? '';
  const colour = presenceColour(user.id ?? '');
  caret.style.borderColor = colour;
  const name = document.createElement('span');
  name.className = classes.name ?? '';
  name.style.background = colour;
  name.textContent = user.name ?? '';
  caret.append(name);
  return caret;
}
