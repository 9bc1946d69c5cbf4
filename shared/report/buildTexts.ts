import type { FigureEngine } from '../figures/FigureEngine.ts';
import type { FigureSpec, TableFigure } from '../figures/FigureSpec.ts';
import { isBlocking } from '../figures/FigureValue.ts';
import type { DirectionId, RowId } from '../model/ids.ts';
import type { Narrative, NarrativeBlock, NarrativeInline } from '../narrative/Narrative.ts';
import { addRow } from '../totals/MoneyLedger.ts';
import { type MoneySums, noMoney } from '../totals/Totals.ts';
import { buildMoneyModel } from './buildMoneyModel.ts';
import type { ActivityLine, ExpenditureLine } from './ReportLine.ts';
import type { FigureModel, RowsTable, TextBlock, TextInline } from './TextModel.ts';

/** What is asked of the figures. */
type Figures = Pick<FigureEngine, 'read' | 'rowsBehind'>;

type Lines = { activities: readonly ActivityLine[]; expenditures: readonly ExpenditureLine[] };

/** Fills in the figures of a report's texts, direction by direction in the order they are printed. */
export class TextBuilder {
  readonly #engine: Figures;
  readonly #lines: Lines;
  #position = 0;

  constructor(engine: Figures, lines: Lines) {
    this.#engine = engine;
    this.#lines = lines;
  }

  build(narrative: Narrative): TextBlock[] {
    return narrative.map((block) => this.#buildBlock(block));
  }

  #buildBlock(block: NarrativeBlock): TextBlock {
    switch (block.type) {
      case 'paragraph':
        return { type: 'paragraph', content: this.#buildLine(block.content) };
      case 'heading':
        return { ...block, content: this.#buildLine(block.content) };
      case 'list':
        return { ...block, items: block.items.map((item) => this.build(item)) };
      case 'quote':
        return { type: 'quote', content: this.build(block.content) };
      case 'table':
        return {
          type: 'table',
          rows: block.rows.map(({ cells }) => ({
            cells: cells.map((cell) => ({ ...cell, content: this.build(cell.content) })),
          })),
        };
      case 'rows':
        return { type: 'rows', figure: this.#buildFigure(block.spec), table: this.#buildRows(block.spec) };
    }
  }

  #buildLine(content: readonly NarrativeInline[]): TextInline[] {
    return content.map((inline) => {
      if (inline.type !== 'figure') return inline;
      const { type, bold, italic, link } = inline;
      return { type, bold, italic, link, figure: this.#buildFigure(inline.spec) };
    });
  }

  #buildFigure(spec: FigureSpec | null): FigureModel {
    this.#position += 1;
    return {
      ...this.#engine.read(spec),
      position: this.#position,
      spec,
      rows: this.#engine.rowsBehind(spec).map(({ organisationId, id }) => ({ organisationId, rowId: id })),
    };
  }

  #buildRows(spec: TableFigure | null): RowsTable {
    if (spec === null || isBlocking(this.#engine.read(spec).problem)) return { kind: 'none' };
    // Ids are random, yet a hostile sheet may repeat another's: the organisation tells them apart.
    const behind = new Set(this.#engine.rowsBehind(spec).map((row) => keyOf(row.organisationId, row.id)));
    const isBehind = ({ organisation, rowId }: ActivityLine | ExpenditureLine) =>
      behind.has(keyOf(organisation.id, rowId));
    if (spec.table === 'activity')
      return { kind: 'activity', lines: this.#lines.activities.filter(isBehind) };
    const lines = this.#lines.expenditures.filter(isBehind);
    return { kind: 'expenditure', lines, money: buildMoneyModel(lines.reduce(addLine, noMoney)) };
  }
}

/** The texts of the report, by direction; one that has none is absent. */
export function buildTexts(
  directionIds: readonly DirectionId[],
  narratives: ReadonlyMap<DirectionId, Narrative>,
  engine: Figures,
  lines: Lines,
): Map<DirectionId, TextBlock[]> {
  const builder = new TextBuilder(engine, lines);
  const texts = new Map<DirectionId, TextBlock[]>();
  for (const id of directionIds) {
    const narrative = narratives.get(id);
    if (narrative !== undefined) texts.set(id, builder.build(narrative));
  }
  return texts;
}

function addLine(sums: MoneySums, { values }: ExpenditureLine): MoneySums {
  return addRow(sums, values, 1);
}

function keyOf(organisationId: string, rowId: RowId): string {
  return `${organisationId}/${rowId}`;
}
