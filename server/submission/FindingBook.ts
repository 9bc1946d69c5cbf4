import type { Storage, StoredExplanation } from '#server/storage/Storage.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { computeSheetFindings, type SheetFinding } from '#shared/submission/sheetFindings.ts';

export type ExplainedFinding = SheetFinding & { explanation: StoredExplanation | null };

type Checked = { goesBy: string; findings: readonly SheetFinding[] };

/** Findings of sheets with their explanations. What was said of rows is kept as long as the rows are. */
export class FindingBook {
  readonly #storage: Pick<Storage, 'submissions'>;
  readonly #checked = new WeakMap<readonly Row[], Checked>();

  constructor(storage: Pick<Storage, 'submissions'>) {
    this.#storage = storage;
  }

  list(
    structure: ReportStructure,
    organisationId: OrganisationId,
    rows: readonly Row[],
    explanations: readonly StoredExplanation[],
  ): ExplainedFinding[] {
    const byKey = new Map(explanations.map((explanation) => [explanation.findingKey, explanation]));
    return this.#check(structure, organisationId, rows).map((found) => ({
      ...found,
      explanation: byKey.get(found.key) ?? null,
    }));
  }

  /** The same of one sheet as it is at `sequence`; explanations of what is no finding any more are removed. */
  async read(
    structure: ReportStructure,
    organisationId: OrganisationId,
    { rows, sequence }: { rows: readonly Row[]; sequence: number },
  ): Promise<ExplainedFinding[]> {
    const { submissions } = this.#storage;
    const { id } = structure.report;
    const explanations = await submissions.listExplanations(id, organisationId);
    const findings = this.list(structure, organisationId, rows, explanations);
    const keys = new Set(findings.map(({ key }) => key));
    const gone = explanations.map(({ findingKey }) => findingKey).filter((key) => !keys.has(key));
    // Nothing of a finalised report changes any more.
    if (structure.report.finalised === undefined)
      await submissions.removeExplanations(id, organisationId, gone, sequence);
    return findings;
  }

  #check(
    structure: ReportStructure,
    organisationId: OrganisationId,
    rows: readonly Row[],
  ): readonly SheetFinding[] {
    const { report, indicators, organisations, directions, budget, columns } = structure;
    const goesBy = JSON.stringify([
      report.year,
      indicators,
      organisations.map(({ id }) => id),
      directions.map(({ id, number }) => [id, number]),
      budget.filter((line) => line.organisationId === organisationId),
      // Whether there is a plan at all, of whosever lines, is what spending without a line is held against.
      budget.length > 0,
      columns,
    ]);
    const before = this.#checked.get(rows);
    if (before?.goesBy === goesBy) return before.findings;
    const findings = computeSheetFindings(structure, organisationId, rows);
    this.#checked.set(rows, { goesBy, findings });
    return findings;
  }
}
