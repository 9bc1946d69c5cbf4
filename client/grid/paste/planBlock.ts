import { runSteps, type Steps } from '#client/sync/runSteps.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import {
  deviationColumn,
  type FieldSpec,
  findFieldSpec,
  numberColumn,
  organisationColumn,
} from '../fields.ts';
import { readCellFlaw, readCellValue } from '../readCell.ts';
import { askAboutScale } from './askAboutScale.ts';
import { type CellCheck, type CheckedRow, quoteText } from './CellCheck.ts';
import { checkCell } from './checkCell.ts';
import { findOrganisation, printOrganisation } from './findOrganisation.ts';
import { unmappedColumn } from './layOutBlock.ts';
import { NoteBook } from './NoteBook.ts';
import type { Plan, PlanLine, PlannedCell, PlannedLine } from './Plan.ts';
import type { PlanContext } from './PlanContext.ts';
import { buildRowRefusal, QuestionBook } from './QuestionBook.ts';

/** Works out what a block would do. For long blocks use {@link planSteps}, which can pause. */
export function planBlock(lines: readonly PlanLine[], context: PlanContext): Plan {
  return runSteps(planSteps(lines, context));
}

/** As {@link planBlock}, with a pause possible after each line. Yields how many are done. */
export function* planSteps(lines: readonly PlanLine[], context: PlanContext): Steps<Plan> {
  const planner = new Planner(context);
  for (const [index, line] of lines.entries()) {
    planner.add(line);
    yield index + 1;
  }
  return yield* planner.finish();
}

class Planner {
  readonly #context: PlanContext;
  readonly #questions = new QuestionBook();
  readonly #notes = new NoteBook();
  readonly #lines: PlannedLine[] = [];
  readonly #checks = new Map<string, CellCheck>();
  #unchangedCount = 0;

  constructor(context: PlanContext) {
    this.#context = context;
  }

  add(line: PlanLine): void {
    const { row } = line;
    const organisationId = row?.organisationId ?? this.#findTarget(line);
    const decision = organisationId === null ? null : this.#context.canWrite(organisationId);
    const target = this.#buildTarget(line);
    const cells: PlannedCell[] = [];
    for (const [place, cell] of line.cells.entries()) {
      const column = line.columns[place] ?? null;
      const spec = column === null ? undefined : findFieldSpec(this.#context.table, column);
      if (spec === undefined) {
        if (cell.text.trim() !== '') this.#noteAside(column, cell.text, row);
        continue;
      }
      const check = this.#check(cell, spec, target);
      if (row === null ? check.ok && check.value === null : this.#isThere(row, spec, cell.text, check)) {
        if (row !== null) this.#unchangedCount += 1;
        continue;
      }
      const { field } = spec;
      const { text } = cell;
      if (organisationId !== null && decision?.allowed === false) {
        const organisation = printOrganisation(organisationId, this.#context.structure);
        const refusal = buildRowRefusal(decision.reason, organisation);
        const question = this.#questions.ask(organisationColumn, organisation, refusal, row);
        cells.push({ field, text, value: null, question });
      } else if (check.ok) {
        cells.push({ field, text, value: check.value, question: null });
      } else {
        const alike = field === 'indicatorId' ? String(target?.directionId) : '';
        const question = this.#questions.ask(field, text, check, row, alike);
        cells.push({ field, text, value: null, question });
      }
    }
    if (cells.length > 0) this.#lines.push({ number: line.number, row, organisationId, cells });
  }

  *finish(): Steps<Plan> {
    const lines = yield* askAboutScale(this.#lines, this.#questions, this.#context);
    const isAsked = lines.some(({ row, organisationId }) => row === null && organisationId === null);
    const { structure, canWrite } = this.#context;
    const writable = structure.organisations.filter(({ id }) => canWrite(id).allowed);
    return {
      lines,
      questions: this.#questions.list(),
      notes: this.#notes.list(),
      unchangedCount: this.#unchangedCount,
      organisations: isAsked ? writable.map(({ id }) => id) : [],
    };
  }

  /** A block that names organisations sends its new rows to them. */
  #findTarget(line: PlanLine): OrganisationId | null {
    const place = line.columns.indexOf(organisationColumn);
    const text = place < 0 ? '' : (line.cells[place]?.text ?? '');
    return findOrganisation(text, this.#context.structure) ?? line.organisationId;
  }

  /** The row as it will be, as far as its indicator depends on it. */
  #buildTarget(line: PlanLine): CheckedRow {
    const { table } = this.#context;
    const place = table === 'activity' ? line.columns.indexOf('directionId') : -1;
    const cell = line.cells[place];
    const spec = findFieldSpec(table, 'directionId');
    if (cell === undefined || spec === undefined)
      return { directionId: line.row?.values.directionId ?? null };
    const check = this.#check(cell, spec, null);
    return { directionId: check.ok && check.value !== null ? String(check.value) : null };
  }

  /** Many cells of a block say the same. */
  #check(cell: PlanLine['cells'][number], spec: FieldSpec, target: CheckedRow): CellCheck {
    if (cell.number !== undefined || cell.link !== undefined || cell.text.length > 200)
      return checkCell(cell, spec, target, this.#context);
    const direction = spec.field === 'indicatorId' ? target?.directionId : '';
    const key = `${spec.field}/${direction}/${cell.text}`;
    let check = this.#checks.get(key);
    if (check === undefined) {
      check = checkCell(cell, spec, target, this.#context);
      this.#checks.set(key, check);
    }
    return check;
  }

  #isThere(row: Row, spec: FieldSpec, text: string, check: CellCheck): boolean {
    const flaw = readCellFlaw(row, spec.field);
    if (check.ok && flaw === null && readCellValue(row, spec.field) === check.value) return true;
    return simplifySpaces(this.#context.printCell(row, spec)) === simplifySpaces(text);
  }

  #noteAside(column: string | null, text: string, row: Row | null): void {
    const { structure } = this.#context;
    if (column === null) this.#notes.add('beyond-columns', quoteText(text));
    else if (column === unmappedColumn) this.#notes.add('no-column', quoteText(text));
    else if (column === organisationColumn) {
      const named = findOrganisation(text, structure);
      const isFollowed = named !== null && (row === null || row.organisationId === named);
      if (!isFollowed) this.#notes.add('no-column', quoteText(text));
    } else if (column === deviationColumn) this.#notes.add('derived', deviationColumn);
    else if (column !== numberColumn) this.#notes.add('no-column', column);
  }
}

function simplifySpaces(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, ' ').trim();
}
