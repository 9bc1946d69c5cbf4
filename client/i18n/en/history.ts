export const history = {
  show: 'Show',
  elsewhere: {
    activity: {
      undo_one: '{{count}} change in Activities was undone.',
      undo_other: '{{count}} changes in Activities were undone.',
      redo_one: '{{count}} change in Activities was done again.',
      redo_other: '{{count}} changes in Activities were done again.',
    },
    expenditure: {
      undo_one: '{{count}} change in Expenditures was undone.',
      undo_other: '{{count}} changes in Expenditures were undone.',
      redo_one: '{{count}} change in Expenditures was done again.',
      redo_other: '{{count}} changes in Expenditures were done again.',
    },
  },
  stopped: {
    undo: 'Stopped: {{done}} of {{total}} changes were taken back. Ctrl+Z takes back the rest.',
    redo: 'Stopped: {{done}} of {{total}} changes were made again. Ctrl+Y makes the rest.',
  },
  kept_one: '{{count}} change was left as it is: somebody else has changed it since.',
  kept_other: '{{count}} changes were left as they are: somebody else has changed them since.',
  locked_one: '{{count}} change was left as it is: its sheet cannot be changed now.',
  locked_other: '{{count}} changes were left as they are: their sheet cannot be changed now.',
};
