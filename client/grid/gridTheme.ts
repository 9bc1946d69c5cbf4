import { themeQuartz } from 'ag-grid-community';

const shared = {
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 12.5,
  headerFontWeight: 600,
  cellHorizontalPadding: 8,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  headerColumnBorder: false,
  columnBorder: true,
  rowVerticalPaddingScale: 1,
  spacing: 6,
} as const;

/** Hairlines instead of boxes, in both schemes; the scheme follows `data-ag-theme-mode` above the grid. */
export const gridTheme = themeQuartz
  .withParams(shared)
  .withParams(
    {
      accentColor: '#1f4b99',
      backgroundColor: '#ffffff',
      foregroundColor: '#1b1f26',
      borderColor: '#dfe3e8',
      headerBackgroundColor: '#f4f6f8',
      headerTextColor: '#3d4450',
      rowHoverColor: '#f0f4fa',
      rangeSelectionBorderColor: '#1f4b99',
      browserColorScheme: 'light',
    },
    'light',
  )
  .withParams(
    {
      accentColor: '#7fa8e8',
      backgroundColor: '#1b1d21',
      foregroundColor: '#e3e6ea',
      borderColor: '#34383f',
      headerBackgroundColor: '#23262b',
      headerTextColor: '#c3c9d2',
      rowHoverColor: '#262b33',
      rangeSelectionBorderColor: '#7fa8e8',
      browserColorScheme: 'dark',
    },
    'dark',
  );

export const rowHeights = { normal: 30, compact: 24 } as const;
export type Density = keyof typeof rowHeights;
