/** Rows as a whole: adding, duplicating, deleting, moving, groups; and columns. */
export const rows = {
  group: {
    rows_one: '{{count}} row',
    rows_other: '{{count}} rows',
    collapsed: 'folded',
    expanded: 'unfolded',
  },
  grouping: {
    none: 'No groups',
    direction: 'By direction',
    organisation: 'By organisation',
  },
  layout: {
    open: 'Groups, columns, height of rows',
    grouping: 'Group the rows',
    columns: 'Show columns',
    compact: 'Compact rows',
  },
  columns: {
    freezeTo: 'Freeze up to “{{column}}”',
    freezeNone: 'Freeze: go to a column first',
    unfreeze: 'Unfreeze columns',
    reset: 'Back to the original columns',
  },
  deleted_one: '{{count}} row deleted',
  deleted_other: '{{count}} rows deleted',
  duplicated_one: '{{count}} copy added',
  duplicated_other: '{{count}} copies added',
  flawsLeft_one: '{{count}} cell that could not be read is empty in the copy.',
  flawsLeft_other: '{{count}} cells that could not be read are empty in the copies.',
  kept_one: '{{count}} more row was left: it belongs to {{organisations}}, and you may only read it.',
  kept_other: '{{count}} more rows were left: they belong to {{organisations}}, and you may only read them.',
  refusedTitle: 'The rows stay as they were',
  allKept: 'These rows belong to {{organisations}}, and you may only read them.',
  move: {
    carried_one: '{{count}} row',
    carried_other: '{{count}} rows',
    refusedTitle: 'The rows were not moved',
    sorted: 'The table is sorted by “{{column}}”, so a row has no place of its own now.',
    grouped: 'The rows are grouped by direction, so a row has no place of its own now.',
    natural: 'To the natural order',
    several: 'Rows of one organisation can be moved at a time.',
    otherSheet:
      'A row stays with its organisation: {{organisation}}. Move it among the rows of that organisation.',
    top: 'There are no rows of this organisation above.',
    bottom: 'There are no rows of this organisation below.',
  },
} as const;
