import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { Row } from '#shared/model/rows.ts';
import { type CellProblem, refuseCell } from './CellCheck.ts';
import type { Question } from './Plan.ts';

/** The questions of a plan: one for all cells of a column that ask the same. */
export class QuestionBook {
  readonly #byId = new Map<string, Question>();

  /** `alike` parts what reads the same and yet means different things, such as one word under two directions. */
  ask(column: Question['column'], text: string, problem: CellProblem, row: Row | null, alike = ''): Question {
    const { kind, error, readings, likely } = problem;
    const id = [kind, column, alike, text].join('/');
    let question = this.#byId.get(id);
    if (question === undefined) {
      const isOpen = readings.length > 0 || kind === 'unknown-choice' || kind === 'other-direction';
      question = { id, kind, column, text, error, readings, likely, isOpen, count: 0, hasOldCells: false };
      this.#byId.set(id, question);
    }
    question.count += 1;
    if (row !== null) question.hasOldCells = true;
    return question;
  }

  /** All that was asked; those of one kind and column stand together. */
  list(): Question[] {
    const groups = Map.groupBy(this.#byId.values(), ({ kind, column }) => `${kind}/${column}`);
    return [...groups.values()].flat();
  }
}

/** For a row that may not be written, whatever was to go in. */
export function buildRowRefusal(reason: ErrorCode, organisation: string): CellProblem {
  const kind = reason === 'access.not-your-sheet' ? 'not-yours' : 'locked';
  return refuseCell(kind, new AppError(reason, { organisation }));
}
