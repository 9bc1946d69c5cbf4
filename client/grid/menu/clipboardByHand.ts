/*
 * The browser sends the events of the clipboard for its keys alone. The menu sends them itself, so that
 * whoever hears them does the same in both cases.
 */

const types = ['text/plain', 'text/html'] as const;

/** Copies or cuts at an element. Does nothing when nobody there fills the clipboard. */
export async function copyByHand(element: Element, kind: 'copy' | 'cut'): Promise<void> {
  const clipboardData = new DataTransfer();
  element.dispatchEvent(new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true }));
  const filled = types.flatMap((type): [string, Blob][] => {
    const text = clipboardData.getData(type);
    return text === '' ? [] : [[type, new Blob([text], { type })]];
  });
  if (filled.length > 0) await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(filled))]);
}

/** Pastes what stands on the clipboard at an element. Rejects when the browser does not let it be read. */
export async function pasteByHand(element: Element): Promise<void> {
  const clipboardData = new DataTransfer();
  for (const item of await navigator.clipboard.read()) {
    for (const type of types) {
      if (item.types.includes(type)) clipboardData.setData(type, await (await item.getType(type)).text());
    }
  }
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}
