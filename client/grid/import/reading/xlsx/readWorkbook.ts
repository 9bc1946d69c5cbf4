import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import { assertBound, importBounds } from '../importBounds.ts';
import { type InflateBudget, inflateEntry } from './inflateEntry.ts';
import type { NumberLook } from './numberFormat.ts';
import { parseXml } from './parseXml.ts';
import { readSharedStrings } from './readSharedStrings.ts';
import { readStyles } from './readStyles.ts';
import { readZipDirectory, type ZipEntry } from './ZipDirectory.ts';

export type WorkbookSheet = { name: string; isHidden: boolean; entry: ZipEntry };

/** A workbook with all that its sheets refer to; the sheets themselves are still packed. */
export type Workbook = {
  sheets: WorkbookSheet[];
  is1904: boolean;
  sharedStrings: string[];
  looks: NumberLook[];
};

type Relationship = { type: string; target: string };

/**
 * @throws AppError for an archive that is no workbook (`import.no-workbook`, `import.xlsb`,
 *   `import.opendocument`), is broken, or is past a bound
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const entries = readZipDirectory(bytes);
  const budget: InflateBudget = { inflatedBytes: 0 };
  const rootTarget = [...(await readRelationships(entries, '', budget)).values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  )?.target;
  const root = rootTarget === undefined ? undefined : entries.get(rootTarget);
  if (root === undefined) throw new AppError(findKind(entries));
  if (root.name.endsWith('.bin')) throw new AppError('import.xlsb');

  const relationships = await readRelationships(entries, root.name, budget);
  const listed: { name: string; isHidden: boolean; id: string }[] = [];
  let is1904 = false;
  let isWorkbook = false;
  await parseXml(inflateEntry(root, budget), {
    open(name, attributes) {
      // A word processor's archive is built in the same way.
      isWorkbook ||= name === 'workbook';
      if (!isWorkbook) throw new AppError('import.no-workbook');
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      else if (name === 'sheet') {
        listed.push({
          name: attributes.name ?? '',
          isHidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
          id: attributes.id ?? '',
        });
        assertBound(listed.length, importBounds.sheets, 'import.too-many-sheets');
      }
    },
  });
  const sheets = listed.flatMap(({ name, isHidden, id }) => {
    const relationship = relationships.get(id);
    // A chart on a sheet of its own has no cells.
    if (relationship === undefined || !relationship.type.endsWith('/worksheet')) return [];
    const entry = entries.get(relationship.target);
    if (entry === undefined) throw new AppError('import.broken');
    return [{ name, isHidden, entry }];
  });
  if (sheets.length === 0) throw new AppError('import.no-sheets');

  const findPart = (kind: string): ZipEntry | undefined => {
    const found = [...relationships.values()].find(({ type }) => type.endsWith(`/${kind}`));
    return found === undefined ? undefined : entries.get(found.target);
  };
  const strings = findPart('sharedStrings');
  const styles = findPart('styles');
  return {
    sheets,
    is1904,
    sharedStrings: strings === undefined ? [] : await readSharedStrings(inflateEntry(strings, budget)),
    looks: styles === undefined ? [] : await readStyles(inflateEntry(styles, budget)),
  };
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

function findKind(entries: ReadonlyMap<string, ZipEntry>): ErrorCode {
  if (entries.has('META-INF/manifest.xml') && entries.has('content.xml')) return 'import.opendocument';
  return [...entries.keys()].some((name) => name.startsWith('xl/')) ? 'import.broken' : 'import.no-workbook';
}

/** What a part (or the whole archive, named '') refers to, by id, with targets as names of entries. */
async function readRelationships(
  entries: ReadonlyMap<string, ZipEntry>,
  part: string,
  budget: InflateBudget,
): Promise<Map<string, Relationship>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = entries.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found = new Map<string, Relationship>();
  if (entry === undefined) return found;
  await parseXml(inflateEntry(entry, budget), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      found.set(Id, { type: Type, target: resolve(folder, Target) });
    },
  });
  return found;
}

/** A target is relative to the folder of the part that names it, or begins at the root with a slash. */
function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
