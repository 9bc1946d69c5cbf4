import type { Steps } from '#client/sync/runSteps.ts';
import { correctionsOwner } from '#shared/corrections/correctionRows.ts';
import { columnSetOf } from '#shared/model/columns.ts';
import type { ExtraField } from '#shared/model/extraField.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { fingerprintCell, tryReadFingerprint } from '#shared/report/rowFingerprint.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { type FieldSpec, findFieldSpec, mainField, organisationColumn } from '../../fields.ts';
import type { BlockCell } from '../../paste/Block.ts';
import { quoteText } from '../../paste/CellCheck.ts';
import { checkCell } from '../../paste/checkCell.ts';
import { findOrganisation } from '../../paste/findOrganisation.ts';
import type { PlanLine } from '../../paste/Plan.ts';
import type { PlanContext } from '../../paste/PlanContext.ts';
import { planSteps } from '../../paste/planBlock.ts';
import { readCellFlaw, readCellValue } from '../../readCell.ts';
import type { ImportTarget } from '../columns/ImportTarget.ts';
import type { ImportRow } from '../reading/ImportRow.ts';
import { formatAddress } from '../reading/SourceBook.ts';
import type { CellKey, ImportPlan, LeftLine } from './ImportPlan.ts';
import type { ImportSetup, NamedOrganisation } from './ImportSetup.ts';
import { RowFinder } from './RowFinder.ts';
import { createSavedForms, type SavedForms } from './SavedForms.ts';

/** Stands for a cell that is as it should be: the plan has nothing to do there. */
const nothing: BlockCell = { text: '' };

/**
 * Works out what the lines of a file would do. A line that says which row it is changes that row, any
 * other becomes a new one. Can pause after each line; yields how many are done.
 */
export function* importSteps(
  rows: readonly ImportRow[],
  setup: ImportSetup,
  context: PlanContext,
): Steps<ImportPlan> {
  const planner = new ImportPlanner(setup, context);
  for (const [index, row] of rows.entries()) {
    planner.add(row);
    yield index + 1;
  }
  return yield* planner.finish();
}

class ImportPlanner {
  readonly #setup: ImportSetup;
  readonly #context: PlanContext;
  readonly #forms: SavedForms;
  readonly #finder: RowFinder;
  readonly #places: ReadonlyMap<ImportTarget, number>;
  readonly #fields: readonly { spec: FieldSpec; place: number }[];
  readonly #added: readonly ExtraField[];
  readonly #lines: PlanLine[] = [];
  readonly #conflicts = new Set<CellKey>();
  readonly #organisations = new Map<string, NamedOrganisation>();
  readonly #left = {
    unknown: [] as LeftLine[],
    repeated: [] as LeftLine[],
    totals: [] as LeftLine[],
    movedLines: [] as LeftLine[],
  };
  readonly #cellErrors: { address: string; code: string }[] = [];
  #staleCount = 0;
  #hiddenCount = 0;

  constructor(setup: ImportSetup, context: PlanContext) {
    this.#setup = setup;
    this.#context = context;
    this.#forms = createSavedForms(context.structure, context.choiceLabel);
    this.#finder = new RowFinder(context.rows);
    this.#added = [...columnSetOf(context.structure)[context.table].keys()];
    this.#places = new Map(setup.columns.map(({ target }, place) => [target, place]));
    this.#fields = setup.columns.flatMap(({ target }, place) => {
      const spec = findFieldSpec(context.table, target);
      return spec === undefined ? [] : [{ spec, place }];
    });
  }

  add(line: ImportRow): void {
    if (line.role === 'column-numbers') return;
    const found = this.#finder.find(this.#read(line, 'rowId'), this.#read(line, 'organisationId'));
    if (line.isHidden) {
      this.#hiddenCount += 1;
      if (!this.#setup.takesHidden) return;
    }
    const label: LeftLine = { number: line.number, label: this.#describe(line) };
    // A correction is governed: it stands in the file beside the rows, like a total, and is never one of them.
    if (this.#read(line, 'organisationId').trim() === correctionsOwner) {
      this.#left.totals.push(label);
      return;
    }
    if (line.role === 'total' && found.kind === 'none') {
      this.#left.totals.push(label);
      if (!this.#setup.takesTotals) return;
    }
    this.#noteErrors(line);
    if (found.kind === 'found') {
      this.#addChange(line, found.row, label);
      return;
    }
    if (found.kind === 'unknown') {
      this.#left.unknown.push(label);
      if (!this.#setup.addsUnknown) return;
    }
    if (found.kind === 'repeated') this.#left.repeated.push(label);
    this.#addNew(line);
  }

  *finish(): Steps<ImportPlan> {
    const plan = yield* planSteps(this.#lines, this.#context);
    const hasIds = this.#places.has('rowId');
    return {
      ...this.#left,
      plan,
      hasIds,
      conflicts: this.#conflicts,
      staleCount: this.#staleCount,
      missing: hasIds
        ? this.#finder
            .listMissing()
            .filter(({ organisationId }) => this.#context.canWrite(organisationId).allowed)
        : [],
      hiddenCount: this.#hiddenCount,
      organisations: [...this.#organisations.values()],
      cellErrors: this.#cellErrors,
    };
  }

  #addChange(line: ImportRow, row: Row, label: LeftLine): void {
    if (this.#isMoved(line, row)) this.#left.movedLines.push(label);
    const base = tryReadFingerprint(row.kind, this.#read(line, 'fingerprint'), this.#added);
    const errors = new Set(line.errors.map(({ place }) => place));
    const cells: BlockCell[] = [];
    const columns: (string | null)[] = [];
    for (const { spec, place } of this.#fields) {
      const cell = this.#readCell(line, spec, place);
      const isLeft = errors.has(place) || this.#isLeft(line, row, spec, cell, base?.get(spec.field));
      cells.push(isLeft ? nothing : cell);
      columns.push(isLeft ? null : spec.field);
    }
    this.#lines.push({
      number: line.number,
      cells,
      columns,
      row,
      organisationId: row.organisationId,
    });
  }

  /** True when the file changes nothing there: it has what is there, or what was there when it was made. */
  #isLeft(line: ImportRow, row: Row, spec: FieldSpec, cell: BlockCell, base: string | undefined): boolean {
    if (this.#forms.isSame(row, spec, cell.text)) return true;
    const { field } = spec;
    const now = fingerprintCell(readCellFlaw(row, field)?.raw ?? readCellValue(row, field));
    if (base === undefined || base === now) return false;
    const check = checkCell(cell, spec, { directionId: row.values.directionId }, this.#context);
    if (check.ok && check.value === readCellValue(row, field)) return false;
    const inFile = fingerprintCell(check.ok ? check.value : cell.text);
    if (inFile === base) {
      this.#staleCount += 1;
      return true;
    }
    this.#conflicts.add(`${line.number}/${field}`);
    return false;
  }

  #addNew(line: ImportRow): void {
    const organisationId = this.#findOwner(line);
    if (organisationId === undefined) return;
    this.#lines.push({
      number: line.number,
      cells: this.#fields.map(({ spec, place }) => this.#readCell(line, spec, place)),
      columns: this.#fields.map(({ spec }) => spec.field),
      row: null,
      organisationId,
    });
  }

  /** Undefined when the line names an organisation that the report does not have. */
  #findOwner(line: ImportRow): OrganisationId | null | undefined {
    const { structure } = this.#context;
    const code = this.#read(line, 'organisationId').trim();
    const text = this.#read(line, organisationColumn).trim();
    if (code === '' && text === '') return this.#setup.ownOrganisationId;
    const known =
      findOrganisation(text, structure) ??
      structure.organisations.find(({ id }) => id === code && text === '')?.id ??
      null;
    const name = text === '' ? code : text;
    const named = this.#organisations.get(name) ?? { text: name, organisationId: known, count: 0 };
    named.count += 1;
    this.#organisations.set(name, named);
    return known ?? this.#setup.organisations.get(name);
  }

  #isMoved(line: ImportRow, row: Row): boolean {
    const text = this.#read(line, organisationColumn).trim();
    if (text === '' || text === row.organisationId) return false;
    const { structure } = this.#context;
    const named = findOrganisation(text, structure);
    if (named !== null) return named !== row.organisationId;
    const owner = structure.organisations.find(({ id }) => id === row.organisationId);
    return owner !== undefined && owner.shortName !== text && owner.name !== text;
  }

  #readCell(line: ImportRow, { field, kind }: FieldSpec, place: number): BlockCell {
    const cell = line.cells[place] ?? nothing;
    if (field === 'directionId') return this.#readDirection(line, cell);
    return kind === 'choice' ? { text: this.#forms.translate(field, cell.text) } : cell;
  }

  /** Our exports have the number of a direction in a column of its own, with a dash for none. */
  #readDirection(line: ImportRow, cell: BlockCell): BlockCell {
    if (cell.text.trim() !== '') return { text: cell.text };
    const number = this.#read(line, 'directionNumber').trim();
    return { text: /^\d+$/.test(number) ? number : '' };
  }

  #read(line: ImportRow, target: ImportTarget): string {
    const place = this.#places.get(target);
    return place === undefined ? '' : (line.cells[place]?.text ?? '');
  }

  #noteErrors(line: ImportRow): void {
    for (const { place, code } of line.errors) {
      const column = this.#setup.columns[place]?.column ?? 0;
      this.#cellErrors.push({ address: formatAddress(this.#setup.sheetName, line.number, column), code });
    }
  }

  /** The text by which one knows the line again. */
  #describe(line: ImportRow): string {
    if (line.label !== '') return quoteText(line.label);
    const main: Field = mainField[this.#context.table];
    const text = this.#read(line, main).trim() || line.cells.find((cell) => cell.text.trim() !== '')?.text;
    return quoteText(text ?? '');
  }
}
