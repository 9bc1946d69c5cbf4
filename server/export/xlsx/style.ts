import type ExcelJS from 'exceljs';

/** Number formats: the locale is Ukrainian (0x422), so the reader's program groups and points as Ukrainian print does. */
export const numberFormats = {
  general: 'General',
  money: '[$-422]#,##0.00',
  thousands: '[$-422]#,##0.00000',
  percent: '0.0%',
  number: '#,##0',
  decimal: '[$-422]#,##0.0##',
  date: 'dd.mm.yyyy',
  text: '@',
  directionHeading: '"Напрям "0',
} as const;

export type NumberFormat = keyof typeof numberFormats;

const hairline: Partial<ExcelJS.Border> = { style: 'hair', color: { argb: 'FF9AA4B2' } };
const line: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF5B6675' } };
const solid = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** What a cell is, as far as its look goes. */
const roles = {
  row: { border: { bottom: hairline } },
  total: { border: { top: line, bottom: line }, font: { bold: true } },
  header: { border: { top: line, bottom: line }, font: { bold: true }, fill: solid('FFE8EDF4') },
  unreadable: {
    border: { bottom: hairline },
    font: { bold: true, color: { argb: 'FF8A4B00' } },
    fill: solid('FFFFF1D6'),
  },
} as const satisfies Record<string, Partial<ExcelJS.Style>>;

/** How the content lies in the cell. */
const alignments = {
  number: { vertical: 'top', horizontal: 'right' },
  text: { vertical: 'top', horizontal: 'left', wrapText: true },
  cutText: { vertical: 'top', horizontal: 'left' },
  header: { vertical: 'middle', horizontal: 'center', wrapText: true },
} as const satisfies Record<string, Partial<ExcelJS.Alignment>>;

export type CellRole = keyof typeof roles;
export type CellAlignment = keyof typeof alignments;

const styles = new Map<string, Partial<ExcelJS.Style>>();

/**
 * The style of a cell; the same object for the same look, as the library then registers it once
 * instead of comparing it for every cell. Never to be changed: assign it whole.
 */
export function findStyle(
  role: CellRole,
  alignment: CellAlignment,
  format: NumberFormat,
  indent = 0,
): Partial<ExcelJS.Style> {
  const key = `${role}/${alignment}/${format}/${indent}`;
  const known = styles.get(key);
  if (known) return known;
  const style: Partial<ExcelJS.Style> = {
    ...roles[role],
    numFmt: numberFormats[format],
    alignment: indent === 0 ? alignments[alignment] : { ...alignments[alignment], indent },
  };
  styles.set(key, style);
  return style;
}

/** A way to another cell. */
export const linkFont: Partial<ExcelJS.Font> = { color: { argb: 'FF1F4E9E' }, underline: true };

export const titleFonts = {
  title: { bold: true, size: 14 },
  heading: { bold: true, size: 12 },
  bold: { bold: true },
  plain: {},
  note: { italic: true, color: { argb: 'FF5B6675' } },
} as const satisfies Record<string, Partial<ExcelJS.Font>>;
