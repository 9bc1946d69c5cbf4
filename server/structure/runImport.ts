import { createHash } from 'node:crypto';
import type { ImportAnswer, ImportRequest } from '#shared/api/structure.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { CsvLines } from '#shared/structure/CsvLines.ts';
import type { OrganisationImport } from '#shared/structure/planOrganisationImport.ts';
import { readCsvLines } from './readCsvLines.ts';

const shownCount = 50;
const shownProblems = 200;

type Source<Now, Next> = {
  read(): Promise<Now>;
  /** Writes what `decide` makes of what stands, in one transaction. */
  change(decide: (now: Now) => Next): Promise<void>;
  plan(now: Now, file: CsvLines): Omit<OrganisationImport, 'next'> & { next: Next };
  /** What stands, as it is written. */
  keep(now: Now): Next;
  /** The part of it that a plan goes by. */
  basisOf(now: Now): unknown;
};

/**
 * Looks at what a file would do, or does it: all of it, and nothing while there is a problem. AppError
 * `structure.changed` when what stands, or the file, is no longer what was looked at.
 */
export async function runImport<Now, Next>(
  { csv, basis }: ImportRequest,
  { read, change, plan, keep, basisOf }: Source<Now, Next>,
): Promise<ImportAnswer> {
  const file = readCsvLines(csv);
  const lineCount = file.lines.length;
  if (basis === null) {
    const now = await read();
    const seen = { basis: computeBasis(basisOf(now), csv), lineCount, isWritten: false };
    return buildAnswer(plan(now, file), seen);
  }
  let answer: ImportAnswer | null = null;
  await change((now) => {
    if (computeBasis(basisOf(now), csv) !== basis) throw new AppError('structure.changed');
    const planned = plan(now, file);
    const isWritten = planned.problems.length === 0;
    answer = buildAnswer(planned, { basis, lineCount, isWritten });
    return isWritten ? planned.next : keep(now);
  });
  if (answer === null) throw new Error('the storage has not asked what to write');
  return answer;
}

/** The first of everything, and how much there is of it. */
function buildAnswer(
  { added, changed, sameCount, problems }: Omit<OrganisationImport, 'next'>,
  { basis, lineCount, isWritten }: Pick<ImportAnswer, 'basis' | 'lineCount' | 'isWritten'>,
): ImportAnswer {
  return {
    isWritten,
    basis,
    lineCount,
    added: { count: added.length, first: added.slice(0, shownCount) },
    changed: { count: changed.length, first: changed.slice(0, shownCount) },
    sameCount,
    problemCount: problems.length,
    problems: problems.slice(0, shownProblems),
  };
}

/** What names a file together with what stands: another one when either is other. */
function computeBasis(now: unknown, csv: string): string {
  return createHash('sha256').update(JSON.stringify(now)).update('\0').update(csv).digest('hex');
}
