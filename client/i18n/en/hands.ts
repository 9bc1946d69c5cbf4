/** The hands of the grid: keys, selection, fill, the clipboard and the context menu. */
export const hands = {
  keys: {
    edit: 'Edit the cell',
    clear: 'Clear',
    undo: 'Undo',
    redo: 'Redo',
    insertRow: 'Add a row below this one',
    deleteRow: 'Delete the row',
    leave: 'To the search',
  },
} as const;
