import { must } from '#shared/must.ts';
import { readZip } from '../readZip.ts';

export type XlsxCell = {
  /** Numbers as numbers, everything else as text. */
  value: number | string | null;
  formula: string | null;
  numberFormat: string;
};

export type XlsxSheet = {
  name: string;
  /** By address: `B12`. */
  cells: ReadonlyMap<string, XlsxCell>;
  /** For what a test asks about set-up. */
  xml: string;
};

/** A workbook from its XML, with formulas and their stored results: what a spreadsheet gets to see. */
export function readWorkbook(bytes: Uint8Array): {
  sheets: Map<string, XlsxSheet>;
  files: Map<string, string>;
} {
  const files = readZip(bytes);
  const file = (name: string) => must(files.get(name), name);
  const texts = matchAll(file('xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs).map(([, item = '']) =>
    decode(
      matchAll(item, /<t[^>]*>(.*?)<\/t>/gs)
        .map(([, text = '']) => text)
        .join(''),
    ),
  );
  const formats = readNumberFormats(file('xl/styles.xml'));
  const targets = new Map(
    matchAll(file('xl/_rels/workbook.xml.rels'), /<Relationship ([^>]*)\/>/g).map(([, attributes = '']) => [
      readAttribute(attributes, 'Id'),
      readAttribute(attributes, 'Target'),
    ]),
  );
  const sheets = new Map<string, XlsxSheet>();
  for (const [, attributes = ''] of matchAll(file('xl/workbook.xml'), /<sheet ([^>]*)\/>/g)) {
    const name = decode(must(readAttribute(attributes, 'name'), 'a sheet name'));
    const xml = file(`xl/${targets.get(readAttribute(attributes, 'r:id'))}`);
    sheets.set(name, { name, cells: readCells(xml, texts, formats), xml });
  }
  return { sheets, files };
}

function readCells(xml: string, texts: readonly string[], formats: readonly string[]): Map<string, XlsxCell> {
  const cells = new Map<string, XlsxCell>();
  for (const [, attributes = '', content = ''] of matchAll(xml, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const [, stored] = /<v>(.*?)<\/v>/s.exec(content) ?? [];
    const [, formula] = /<f[^>]*>(.*?)<\/f>/s.exec(content) ?? [];
    const type = readAttribute(attributes, 't');
    cells.set(must(readAttribute(attributes, 'r'), 'an address'), {
      value: stored === undefined ? null : readValue(stored, type, texts),
      formula: formula === undefined ? null : decode(formula),
      numberFormat: formats[Number(readAttribute(attributes, 's') ?? 0)] ?? 'General',
    });
  }
  return cells;
}

function readValue(stored: string, type: string | undefined, texts: readonly string[]): number | string {
  if (type === 's') return must(texts[Number(stored)], 'a shared text');
  if (type === 'str') return decode(stored);
  if (type !== undefined && type !== 'n') throw new Error(`a cell of type ${type}`);
  return Number(stored);
}

/** The number format of each cell style; those built into the format that a test asks about by name. */
function readNumberFormats(styles: string): string[] {
  const builtIn = new Map([
    ['0', 'General'],
    ['3', '#,##0'],
    ['49', '@'],
  ]);
  for (const [, attributes = ''] of matchAll(styles, /<numFmt ([^>]*)\/>/g)) {
    builtIn.set(
      must(readAttribute(attributes, 'numFmtId'), 'an id'),
      decode(must(readAttribute(attributes, 'formatCode'), 'a format')),
    );
  }
  const [, styleList = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? [];
  return matchAll(styleList, /<xf ([^>]*?)\/?>/g).map(
    ([, attributes = '']) => builtIn.get(readAttribute(attributes, 'numFmtId') ?? '') ?? 'unknown',
  );
}

function matchAll(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function readAttribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** XML entities, then the codes by which the format writes characters (`_x005F_` is an underscore). */
function decode(text: string): string {
  return text
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
