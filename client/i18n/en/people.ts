export const people = {
  title: 'Import people',
  hint: 'Columns: Login (or Email), Name, Role (coordinator, editor, viewer, administrator), Organisations: of an editor, several are separated by a semicolon or |. New people are invited; those who are here already only get more rights.',
  report: 'Report in which they get rights',
  columns: { name: 'Name', login: 'Login', link: 'Link', until: 'Works until' },
  fileName: 'Invitations.csv',
  links: {
    title_one: '{{count}} person invited',
    title_other: '{{count}} people invited',
    text: 'Download the list with a link for each, and give everybody their own line only: who opens a link first sets the password.',
    once: 'It is not shown again: only fingerprints are kept. Without the list a link has to be made for each person.',
    download: 'Download the list',
    taken: 'The list was downloaded.',
    leave: 'Close without the list',
    done: 'Done',
  },
} as const;
