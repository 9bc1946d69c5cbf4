/** The hands of the grid: keys, selection, fill, the clipboard and the context menu. */
export const hands = {
  keys: {
    edit: 'Змінити клітинку',
    clear: 'Очистити',
    undo: 'Скасувати',
    redo: 'Повторити',
    insertRow: 'Додати рядок під поточним',
    deleteRow: 'Видалити рядок',
    leave: 'До пошуку',
  },
} as const;
