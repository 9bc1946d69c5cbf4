/** Who changed a row last. */
export const changes = {
  byPerson: 'Остання зміна: {{name}}',
  nameless: 'обліковий запис без імені',
  byServer: 'Внесено сервером',
  failed: 'Хто змінював рядки, зараз не видно. {{reason}}',
} as const;
