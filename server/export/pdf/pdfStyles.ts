import type { Style, StyleDictionary } from 'pdfmake/interfaces.js';
import type { PrintedHeadingLevel } from '../printed/PrintedDocument.ts';
import { page } from '../printed/page.ts';
import { fontName } from './fonts.ts';
import { toPoints } from './pdfUnits.ts';

const firstLine = toPoints(page.firstLineMm);
const single = { lineHeight: 1 };

export const headingStyles: Record<PrintedHeadingLevel, string> = {
  1: 'heading1',
  2: 'heading2',
  3: 'heading3',
  4: 'heading4',
};

export const bodyStyle: Style = {
  font: fontName,
  fontSize: page.fontSize,
  lineHeight: page.lineSpacing,
};

export const pdfStyles: StyleDictionary = {
  title: { bold: true, alignment: 'center', lineHeight: 1.15, margin: [0, 0, 0, 6] },
  subtitle: { alignment: 'center', lineHeight: 1.15, margin: [0, 0, 0, 6] },
  note: {
    ...single,
    italics: true,
    alignment: 'center',
    fontSize: page.tableFontSize,
    margin: [0, 3, 0, 12],
  },
  body: { alignment: 'justify', leadingIndent: firstLine },
  unindented: { alignment: 'justify' },
  quote: { alignment: 'justify' },
  list: { alignment: 'justify' },
  heading1: { bold: true, alignment: 'center', lineHeight: 1.15, margin: [0, 12, 0, 6] },
  heading2: { bold: true, lineHeight: 1.15, margin: [firstLine, 12, 0, 6] },
  heading3: { bold: true, italics: true, lineHeight: 1.15, margin: [firstLine, 12, 0, 6] },
  heading4: { italics: true, lineHeight: 1.15, margin: [firstLine, 12, 0, 6] },
  caption: { ...single, bold: true, fontSize: page.headFontSize, margin: [0, 12, 0, 4] },
  mark: { ...single, alignment: 'right' },
  signature: { ...single },
  head: { ...single, fontSize: page.headFontSize },
  foot: { ...single, fontSize: page.footFontSize, italics: true, alignment: 'center' },
  cell: { ...single, fontSize: page.tableFontSize },
  smallCell: { ...single, fontSize: page.smallTableFontSize },
};
