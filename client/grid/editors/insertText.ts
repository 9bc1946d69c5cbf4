/**
 * Puts text at the caret as if it were typed: the field's own undo takes it back, and its listeners hear
 * of it. The old command is the only one that does both; where it is refused the text goes in without undo.
 */
export function insertText(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.focus();
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
