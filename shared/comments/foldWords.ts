/** A text as it is searched: whatever its case, and however its letters are composed. */
export function foldWords(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('uk').replaceAll(/[’ʼ`]/g, "'");
}
