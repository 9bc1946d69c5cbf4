import { buildZip } from './buildZip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type XlsxParts = {
  /** XML inside of `worksheet`, by the sheet's name. */
  sheets: Readonly<Record<string, string>>;
  sharedStrings?: readonly string[];
  /** Format codes; style 0 is General, style 1 has the first of them. */
  formats?: readonly string[];
  is1904?: boolean;
  /** Further files, or others in the place of those above. */
  files?: Readonly<Record<string, string>>;
};

/** The least that is a workbook: everything else in it is what a test is about. */
export function buildXlsx(parts: XlsxParts): Uint8Array<ArrayBuffer> {
  return buildZip(buildXlsxFiles(parts));
}

export function buildXlsxFiles({
  sheets,
  sharedStrings = [],
  formats = [],
  is1904 = false,
  files = {},
}: XlsxParts): Record<string, string> {
  const names = Object.keys(sheets);
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relationships = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return {
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relationships(
      [
        ...names.map((_, index) =>
          relationship(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
        ),
        relationship('strings', 'sharedStrings', '/xl/sharedStrings.xml'),
        relationship('styles', 'styles', 'styles.xml'),
      ].join(''),
    ),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${sharedStrings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`,
      ]),
    ),
    ...files,
  };
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Rows of inline texts and numbers, as XML of `sheetData`. */
export function buildSheetData(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    if (value === null) return '<c/>';
    if (typeof value === 'number') return `<c><v>${value}</v></c>`;
    return `<c t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
  };
  return `<sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>`;
}
