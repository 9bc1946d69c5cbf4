export const columns = {
  label: 'What to do with the column “{{column}}”',
  hint: 'Alt+↓: menu of the column',
  sort: {
    label: 'Sort the rows',
    asc: 'Ascending',
    desc: 'Descending',
    none: 'In their natural order',
  },
  action: {
    freeze: 'Freeze up to this column',
    unfreeze: 'Unfreeze columns',
    hide: 'Hide the column',
    moveLeft: 'Move to the left',
    moveRight: 'Move to the right',
    wider: 'Make it wider',
    narrower: 'Make it narrower',
    fit: 'Fit the width to the content',
    reset: 'Back to the original columns',
  },
  said: {
    place: '“{{column}}”: column {{place}} of {{count}}',
    width: '“{{column}}”: {{width}} pixels wide',
  },
} as const;
