export const search = {
  open: 'Search',
  hint: 'Search all reports (Ctrl+K)',
  title: 'Search',
  field: 'What to look for',
  placeholder: 'Words, a sum, a code…',
  empty: 'Looks in rows, texts and names of all reports you can see. The beginning of a word is enough.',
  searching: 'Searching…',
  none: 'Nothing was found. Try a shorter beginning of a word, or fewer words.',
  count_one: '{{count}} place found',
  count_other: '{{count}} places found',
  kind: { name: 'Names', row: 'Rows', text: 'Texts' },
  report: 'report {{year}}',
  inText: 'text of direction {{number}}',
  direction: 'direction {{number}}',
  organisation: 'organisation',
  more_one: 'and {{count}} more place: add a word to narrow',
  more_other: 'and {{count}} more places: add a word to narrow',
  left: {
    time: 'Report {{year}} (“{{title}}”) was not looked through to its end: time ran out. Search once more.',
    unreadable:
      'Report {{year}} (“{{title}}”) was not looked through to its end: some of its changes cannot be read.',
  },
} as const;
