export const reports = {
  title: 'Reports',
  year: 'Year',
  report: 'Report',
  role: 'Your role',
  reader: 'reading',
  example: 'example',
  empty: {
    title: 'There are no reports yet',
    text: 'You take no part in any report yet. Ask its coordinator or the administrator to add you.',
    administrator:
      'Make a report, or load the example: the 2020 report of Kryvyi Rih. It shows how everything works.',
    load: 'Load the 2020 example',
  },
} as const;
