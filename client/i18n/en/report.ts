export const report = {
  title: 'Report',
  outline: 'Contents',
  grand: 'Total',
  print: 'Print',
  hint: 'An underlined number opens the rows it is made of.',
} as const;
