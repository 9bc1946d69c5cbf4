import { AlignmentType, type IStylesOptions } from 'docx';
import { page } from '../printed/page.ts';
import { toHalfPoints, toLineSpacing, toTwips } from './units.ts';

/** Ids of the styles that Word does not bring itself. */
export const styleIds = {
  body: 'ReportBody',
  subtitle: 'ReportSubtitle',
  note: 'ReportNote',
  quote: 'ReportQuote',
  listText: 'ReportList',
  caption: 'ReportCaption',
  mark: 'ReportMark',
  signature: 'ReportSignature',
  head: 'ReportHead',
  foot: 'ReportFoot',
  cell: 'ReportCell',
  smallCell: 'ReportCellSmall',
  spacer: 'ReportSpacer',
} as const;

const firstLine = toTwips(page.firstLineMm);
const single = { line: toLineSpacing(1), before: 0, after: 0 };
const black = '000000';
const font = 'Times New Roman';

function heading(name: string, run: { bold?: boolean; italics?: boolean }, isCentred: boolean) {
  return {
    name,
    basedOn: 'Normal',
    next: styleIds.body,
    quickFormat: true,
    run: { size: toHalfPoints(page.fontSize), color: black, font, ...run },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { line: toLineSpacing(1.15), before: 240, after: 120 },
      ...(isCentred ? { alignment: AlignmentType.CENTER } : { indent: { firstLine } }),
    },
  };
}

function own(
  id: string,
  name: string,
  paragraph: NonNullable<NonNullable<IStylesOptions['paragraphStyles']>[number]['paragraph']>,
  run: NonNullable<NonNullable<IStylesOptions['paragraphStyles']>[number]['run']> = {},
) {
  return { id, name, basedOn: 'Normal', quickFormat: true, paragraph, run };
}

/** The styles of the document, so that who goes on in Word changes one style and not each paragraph. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: {
        font,
        size: toHalfPoints(page.fontSize),
        language: { value: 'uk-UA', eastAsia: 'uk-UA', bidirectional: 'he-IL' },
      },
      paragraph: { spacing: { line: toLineSpacing(page.lineSpacing), before: 0, after: 0 } },
    },
    title: {
      run: { bold: true, size: toHalfPoints(page.fontSize), color: black, font },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: toLineSpacing(1.15), before: 0, after: 120 },
      },
    },
    heading1: heading('heading 1', { bold: true }, true),
    heading2: heading('heading 2', { bold: true }, false),
    heading3: heading('heading 3', { bold: true, italics: true }, false),
    heading4: heading('heading 4', { italics: true }, false),
    hyperlink: { run: { color: '1F4E9E', underline: { type: 'single' } } },
  },
  paragraphStyles: [
    own(styleIds.body, 'Текст звіту', {
      alignment: AlignmentType.BOTH,
      indent: { firstLine },
    }),
    own(styleIds.subtitle, 'Назва програми', {
      alignment: AlignmentType.CENTER,
      spacing: { line: toLineSpacing(1.15), before: 0, after: 120 },
    }),
    own(
      styleIds.note,
      'Застереження',
      { alignment: AlignmentType.CENTER, spacing: { ...single, before: 60, after: 240 } },
      { italics: true, size: toHalfPoints(page.tableFontSize) },
    ),
    own(styleIds.quote, 'Цитата звіту', { alignment: AlignmentType.BOTH, indent: { left: firstLine } }),
    own(styleIds.listText, 'Список звіту', { alignment: AlignmentType.BOTH }),
    own(
      styleIds.caption,
      'Назва таблиці',
      { keepNext: true, spacing: { ...single, before: 240, after: 80 } },
      { bold: true, size: toHalfPoints(page.headFontSize) },
    ),
    own(styleIds.mark, 'Позначка додатка', {
      alignment: AlignmentType.RIGHT,
      keepNext: true,
      spacing: single,
    }),
    own(styleIds.signature, 'Підпис', { keepNext: true, keepLines: true, spacing: single }),
    own(styleIds.head, 'Номер сторінки', { spacing: single }, { size: toHalfPoints(page.headFontSize) }),
    own(
      styleIds.foot,
      'Застереження внизу',
      { alignment: AlignmentType.CENTER, spacing: single },
      { italics: true, size: toHalfPoints(page.footFontSize) },
    ),
    own(styleIds.cell, 'Таблиця', { spacing: single }, { size: toHalfPoints(page.tableFontSize) }),
    own(
      styleIds.smallCell,
      'Таблиця дрібна',
      { spacing: single },
      { size: toHalfPoints(page.smallTableFontSize) },
    ),
    own(
      styleIds.spacer,
      'Проміжок',
      { spacing: { line: 20, lineRule: 'exact', before: 0, after: 0 } },
      { size: 2 },
    ),
  ],
};
