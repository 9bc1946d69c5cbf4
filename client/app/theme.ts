import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep blue whose shade 7 has 7.6:1 on white. */
const blue: MantineColorsTuple = [
  '#eef3fb',
  '#d9e4f5',
  '#b3c9ea',
  '#86a9dc',
  '#5f8ed0',
  '#4379c4',
  '#2f66b3',
  '#1f4b99',
  '#183d80',
  '#112e63',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  colors: { accent: blue },
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Segoe UI Mono", "Liberation Mono", monospace',
  defaultRadius: 4,
  headings: { fontWeight: '600' },
  respectReducedMotion: true,
  cursorType: 'pointer',
});
