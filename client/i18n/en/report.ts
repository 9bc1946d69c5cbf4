export const report = {
  title: 'Report',
  outline: 'Contents',
  grand: 'Total',
  print: 'Print',
  hint: 'An underlined number opens the rows it is made of.',
  stillLoading: 'Rows are still arriving, so the numbers are not complete.',
  rowsArriving:
    'The numbers are complete: the server has counted them. The rows behind them are still arriving.',
} as const;
