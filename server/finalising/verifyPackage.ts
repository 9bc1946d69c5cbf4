import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import {
  checksumNameOf,
  formatChecksum,
  Manifest,
  manifestName,
  SignatureList,
  signatureListName,
} from '#shared/finalising/manifest.ts';
import type { Package } from './packVersion.ts';

/** One thing that is not as it was when the version was made. */
export type PackageProblem = { file: string; problem: PackageProblemKind };
export type PackageProblemKind =
  | 'missing'
  | 'surplus'
  | 'changed'
  | 'malformed'
  /** Of a sheet: another content than was accepted. */
  | 'not-accepted'
  | 'totals-differ'
  /** Of a signature list: it belongs to another manifest. */
  | 'other-version';

export type PackageVerification = {
  manifest: Manifest | null;
  fileCount: number;
  signatureCount: number;
  problems: PackageProblem[];
};

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Holds a package against its own manifest, by nothing but its bytes. Rules FIN-20 to FIN-22. */
export function verifyPackage(files: Package): PackageVerification {
  const problems: PackageProblem[] = [];
  const tell = (file: string, problem: PackageProblemKind) => problems.push({ file, problem });
  const known = new Set<string>();
  const manifest = readList(files, manifestName, Manifest, { tell, known });
  const signatures = readList(files, signatureListName, SignatureList, { tell, known });
  const listed = [...(manifest?.files ?? []), ...(signatures?.signatures ?? [])];
  for (const { name, size, sha256: expected } of listed) {
    known.add(name);
    const content = files.get(name);
    if (content === undefined) tell(name, 'missing');
    else if (content.byteLength !== size || sha256(content) !== expected) tell(name, 'changed');
  }
  // Without a manifest nobody knows what belongs to it.
  if (manifest !== null) {
    for (const name of files.keys()) if (!known.has(name)) tell(name, 'surplus');
    checkSheets(manifest, files, tell);
    checkTotals(manifest, files, tell);
    const isOfOther =
      signatures !== null &&
      signatures.manifestSha256 !== sha256(files.get(manifestName) ?? new Uint8Array());
    if (isOfOther) tell(signatureListName, 'other-version');
  }
  return {
    manifest,
    fileCount: manifest?.files.length ?? 0,
    signatureCount: signatures?.signatures.length ?? 0,
    problems,
  };
}

type Tell = (file: string, problem: PackageProblemKind) => void;

function readList<T>(
  files: Package,
  name: string,
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  { tell, known }: { tell: Tell; known: Set<string> },
): T | null {
  const checksumName = checksumNameOf(name);
  known.add(name).add(checksumName);
  const content = files.get(name);
  if (content === undefined) {
    tell(name, 'missing');
    return null;
  }
  const checksum = files.get(checksumName);
  if (checksum === undefined) tell(checksumName, 'missing');
  else if (Buffer.from(checksum).toString('latin1') !== formatChecksum(sha256(content), name))
    tell(name, 'changed');
  const parsed = schema.safeParse(tryParseJson(content));
  if (parsed.success) return parsed.data;
  tell(name, 'malformed');
  return null;
}

function tryParseJson(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return undefined;
  }
}

/** The hash that was accepted is that of the canonical text. */
function checkSheets({ sheets }: Manifest, files: Package, tell: Tell): void {
  for (const { file, contentHash } of sheets) {
    const content = files.get(file);
    if (content !== undefined && sha256(content) !== contentHash) tell(file, 'not-accepted');
  }
}

type Sums = { planned: bigint; actual: bigint; count: number };

/** The sums of the manifest against those of the accepted rows, and of the rows and totals of the open data. */
function checkTotals({ sheets, totals, files: listed }: Manifest, files: Package, tell: Tell): void {
  const expected: Sums = {
    planned: BigInt(totals.plannedMinor),
    actual: BigInt(totals.actualMinor),
    count: totals.expenditures,
  };
  const texts = sheets.flatMap(({ file }) => files.get(file) ?? []);
  // Corrections stand in no sheet; in the open data they are rows among the others.
  const { plannedMinor = '0', actualMinor = '0', expenditures = 0 } = totals.corrections ?? {};
  const ofSheets: Sums = {
    planned: expected.planned - BigInt(plannedMinor),
    actual: expected.actual - BigInt(actualMinor),
    count: expected.count - expenditures,
  };
  if (texts.length === sheets.length && !isSame(sumSheets(texts), ofSheets)) tell('sheets/', 'totals-differ');
  for (const { name } of listed.filter((file) => file.contentType === 'application/zip')) {
    const archive = files.get(name);
    if (archive === undefined) continue;
    try {
      const data = unzipSync(archive);
      const rows = readCsv(data['data/expenditures.csv']);
      const ofRows = sumRows(rows.filter(({ record }) => record !== 'correction'));
      if (!isSame(sumRows(rows), expected) || !isSame(ofRows, ofSheets)) {
        tell(`${name}/data/expenditures.csv`, 'totals-differ');
      }
      const grand = readCsv(data['data/totals.csv']).filter(({ slice }) => slice === 'grand');
      const { planned, actual } = sumRows(grand);
      if (grand.length !== 1 || planned !== expected.planned || actual !== expected.actual) {
        tell(`${name}/data/totals.csv`, 'totals-differ');
      }
    } catch {
      tell(name, 'malformed');
    }
  }
}

function isSame(a: Sums, b: Sums): boolean {
  return a.planned === b.planned && a.actual === b.actual && a.count === b.count;
}

function sumSheets(texts: readonly Uint8Array[]): Sums {
  const sums = { planned: 0n, actual: 0n, count: 0 };
  for (const text of texts) {
    for (const line of new TextDecoder().decode(text).split('\n').slice(1, -1)) {
      const [kind, , cells] = (tryParseJson(Buffer.from(line)) ?? []) as [
        string?,
        string?,
        Record<string, unknown>?,
      ];
      if (kind !== 'expenditure') continue;
      sums.count += 1;
      sums.planned += readMinor(cells?.plannedMinor);
      sums.actual += readMinor(cells?.actualMinor);
    }
  }
  return sums;
}

function readMinor(value: unknown): bigint {
  return Number.isSafeInteger(value) ? BigInt(value as number) : 0n;
}

function readCsv(content: Uint8Array | undefined): Record<string, string>[] {
  if (content === undefined) throw new Error('a table is missing');
  return parse(Buffer.from(content), { columns: true, bom: true });
}

function sumRows(rows: readonly Record<string, string>[]): Sums {
  const sums = { planned: 0n, actual: 0n, count: rows.length };
  for (const { planned = '', actual = '' } of rows) {
    sums.planned += parseHryvnias(planned);
    sums.actual += parseHryvnias(actual);
  }
  return sums;
}

/** `-1234.50`; empty is nothing. */
function parseHryvnias(text: string): bigint {
  if (text === '') return 0n;
  const [, sign, whole, parts] = /^(-?)(\d+)\.(\d\d)$/.exec(text) ?? [];
  if (whole === undefined || parts === undefined) throw new Error(`no amount: ${text}`);
  const minor = BigInt(whole) * 100n + BigInt(parts);
  return sign === '-' ? -minor : minor;
}
