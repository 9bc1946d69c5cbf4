import type { ColDef, GridApi } from 'ag-grid-community';
import { readSheetNote } from '#client/submission/readSheetNote.ts';
import type { FindingFeed } from '#client/sync/FindingFeed.ts';
import type { Person } from '#client/sync/Person.ts';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import type { Decision } from '#shared/access/can.ts';
import type { ErrorCode } from '#shared/errors/catalogue.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { buildColumns } from '../buildColumns.ts';
import type { CellMap } from '../CellMap.ts';
import { type ChangeMarks, readChangeMark } from '../changes/ChangeMarks.ts';
import { type CommentMarks, readCommentMark } from '../comments/CommentMarks.ts';
import { deviationColumn, organisationColumn } from '../fields.ts';
import type { TextMark } from '../find/TextMark.ts';
import type { CellFinding } from '../findings/CellFinding.ts';
import { readCellFinding } from '../findings/readCellFinding.ts';
import { type GridItem, isRow } from '../GridItem.ts';
import type { GridWords, LockKind } from '../GridWords.ts';
import type { GroupBoard } from '../groups/GroupBoard.ts';
import { CellPeople } from './CellPeople.ts';

type Options = {
  api: GridApi<GridItem>;
  table: TableKind;
  cells: CellMap;
  groups: GroupBoard;
  session: ReportSession;
  findings: FindingFeed;
  structure: ReportStructure;
  words: GridWords;
};

/** What cells show and say, beside their values: whose they are, findings, colleagues, what is sought. */
export class CellDrawing {
  readonly #options: Options;
  readonly #api: GridApi<GridItem>;
  readonly #people = new CellPeople();
  #structure: ReportStructure;
  #words: GridWords;
  #writable: ReadonlySet<OrganisationId> = new Set();
  #changes: ChangeMarks = new Map();
  #comments: CommentMarks = new Map();
  #readMarks: ((row: Row, column: string) => readonly TextMark[]) | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#api = options.api;
    this.#structure = options.structure;
    this.#words = options.words;
  }

  get words(): GridWords {
    return this.#words;
  }

  /** Columns made before say the old words. False when nothing has changed. */
  setWords(structure: ReportStructure, words: GridWords): boolean {
    if (structure === this.#structure && words === this.#words) return false;
    this.#structure = structure;
    this.#words = words;
    return true;
  }

  /** Whose rows may be written now: the others are drawn as not one's own. */
  setWritable(organisationIds: ReadonlySet<OrganisationId>): void {
    const isSame = [...organisationIds].sort().join() === [...this.#writable].sort().join();
    this.#writable = organisationIds;
    if (!isSame) this.#api.redrawRows();
  }

  /** Whether a row is drawn as not one's own. */
  isForeign(item: GridItem): boolean {
    return isRow(item) && !this.#writable.has(item.organisationId);
  }

  setPeople(people: readonly Person[]): void {
    for (const id of this.#people.set(people)) this.#redrawCell(id);
  }

  /** Parts of texts to be marked, and null for none. Called again, it draws those that are in sight anew. */
  setMarks(readMarks: ((row: Row, column: string) => readonly TextMark[]) | null): void {
    if (readMarks === null && this.#readMarks === null) return;
    this.#readMarks = readMarks;
    this.#api.refreshCells({ force: true, columns: this.#options.cells.columns() });
  }

  /** What changed since sheets were accepted; only rows of which something else is said are drawn anew. */
  setChanges(changes: ChangeMarks): void {
    const keys = new Set([...this.#changes.keys(), ...changes.keys()]);
    this.#changes = changes;
    this.redraw([...keys]);
  }

  /** What is being said about cells; only rows of which something else is said are drawn anew. */
  setComments(comments: CommentMarks): void {
    const keys = new Set([...this.#comments.keys(), ...comments.keys()]);
    this.#comments = comments;
    this.redraw([...keys]);
  }

  /** What the checks say of a cell. */
  findingIn(row: Row, column: string): CellFinding | null {
    const findings = this.#options.findings.ofRow(rowKey(row));
    if (findings.length === 0) return null;
    return readCellFinding(findings, column, new Set(this.#options.cells.columns()), this.#words.finding);
  }

  redraw(keys: readonly RowKey[]): void {
    const rowNodes = keys.map((key) => this.#api.getRowNode(key)).filter((node) => node !== undefined);
    if (rowNodes.length > 0) this.#api.refreshCells({ rowNodes, force: true });
  }

  buildColumns(): ColDef<GridItem>[] {
    const { table, groups } = this.#options;
    return buildColumns({
      table,
      structure: this.#structure,
      words: this.#words,
      organisationOrder: new Map(this.#structure.organisations.map(({ id }, index) => [id, index])),
      compareGroups: (a, b) => groups.rows.compare(a, b),
      readNumber: (index) => groups.numberAt(index),
      readLock: (row, column) => this.#readLock(row, column),
      readPeople: (row, column) => this.#people.in(`${rowKey(row)}/${column}`),
      readFinding: (row, column) => this.findingIn(row, column),
      readChange: (row, column) => readChangeMark(this.#changes, row, column),
      readComment: (row, column) => readCommentMark(this.#comments, row, column),
      readMarks: (row, column) => this.#readMarks?.(row, column) ?? [],
    });
  }

  /** Why a cell cannot be changed; for the number's cell why its row cannot. */
  #readLock(row: Row, column: string): string | null {
    const { session } = this.#options;
    const decision = session.canWrite(row.organisationId);
    const kind = decision.allowed ? columnLocks[column] : this.#lockKind(row, decision);
    return kind === undefined
      ? null
      : this.#words.locked(kind, this.#words.texts.organisation(row.organisationId));
  }

  #lockKind({ organisationId }: Row, decision: Decision & { allowed: false }): LockKind {
    const sheet = this.#structure.sheets.find((one) => one.organisationId === organisationId);
    if (readSheetNote(decision, sheet?.status ?? 'draft') === 'lockedAccepted') return 'accepted';
    return rowLocks[decision.reason] ?? 'readOnly';
  }

  #redrawCell(id: string): void {
    const cut = id.lastIndexOf('/');
    const node = this.#api.getRowNode(id.slice(0, cut));
    if (node !== undefined)
      this.#api.refreshCells({ rowNodes: [node], columns: [id.slice(cut + 1)], force: true });
  }
}

const columnLocks: Partial<Record<string, LockKind>> = {
  [deviationColumn]: 'derived',
  [organisationColumn]: 'organisation',
};

const rowLocks: Partial<Record<ErrorCode, LockKind>> = {
  'access.not-your-sheet': 'foreign',
  'access.sheet-locked': 'submitted',
  'access.finalised': 'finalised',
};
