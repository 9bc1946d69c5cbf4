export const changes = {
  byPerson: 'Last change: {{name}}',
  nameless: 'an account without a name',
  byServer: 'Entered by the server',
  failed: 'Who changed the rows cannot be shown at the moment. {{reason}}',
} as const;
