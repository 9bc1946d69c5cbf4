import type ExcelJS from 'exceljs';
import { documentWords } from '#shared/report/documentWords.ts';
import type { SheetMeta } from './WorkbookModel.ts';

/** A4 landscape, as wide as the page, header rows on every page, page numbers in the footer; a draft says so in the head. */
export function setUpPage(sheet: ExcelJS.Worksheet, meta: SheetMeta, titleRow: number | null): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(titleRow === null ? {} : { printTitlesRow: `${titleRow}:${titleRow}` }),
  };
  if (meta.isDraft) sheet.headerFooter.oddHeader = `&C&"-,Bold"${documentWords.draft}`;
  const note = meta.exampleNote === null ? '' : ' (приклад)';
  sheet.headerFooter.oddFooter = `&LЗвіт за ${meta.year} рік${note}. ${sheet.name}&RСторінка &P з &N`;
}
