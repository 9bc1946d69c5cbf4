export const keys = {
  title: 'Keys of the table',
  button: 'Keys of the table (Ctrl+/)',
  space: 'Space',
  numpad: 'Num',
  groups: {
    moving: 'Moving',
    selecting: 'Selecting',
    editing: 'Entering',
    filling: 'Filling',
    rows: 'Rows',
    columns: 'Columns, while the focus is in a header',
    table: 'Table',
  },
  other: {
    copy: 'Copy',
    cut: 'Cut',
    paste: 'Paste',
    pasteText: 'Paste the text only',
    sortColumn: 'Sort by the column',
    newLine: 'New line in the text of a cell',
    cancel: 'Give up what was typed',
  },
  menu: {
    label: 'What to do with the cell',
    pasteTitle: 'Not pasted',
    pasteRefused:
      'The browser did not let the menu read the clipboard. Go back to the cell and press Ctrl+V.',
  },
} as const;
