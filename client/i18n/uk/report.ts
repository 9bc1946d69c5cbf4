export const report = {
  title: 'Звіт',
  outline: 'Зміст',
  grand: 'Усього',
  print: 'Надрукувати',
  hint: 'Підкреслене число відкриває рядки, з яких воно складається.',
} as const;
