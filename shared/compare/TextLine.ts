import type { LineKind } from '../api/comparison.ts';
import { buildKey } from '../figures/figureKey.ts';
import type { ReportModel } from '../report/ReportModel.ts';
import type { TextBlock, TextInline } from '../report/TextModel.ts';

/** A paragraph of a text, flat: what people read as one. */
export type TextLine = { kind: LineKind; runs: TextRun[] };

/** Words, or a live number: `key` says what it shows, in terms that hold in every year's report. */
export type TextRun = string | { key: string; text: string };

/** What is written with ids in a figure, by names that two reports share. */
export type SharedNames = {
  directions: ReadonlyMap<string, number>;
  indicators: ReadonlyMap<string, string>;
};

export function readSharedNames({ directions, totals }: ReportModel): SharedNames {
  return {
    directions: new Map(directions.map(({ id, number }) => [id, number])),
    indicators: new Map(totals.indicators.map(({ id, key }) => [id, key])),
  };
}

/** The lines of a text in the order they are read, without blank ones. Emphasis and links are left out. */
export function readTextLines(blocks: readonly TextBlock[], names: SharedNames): TextLine[] {
  const lines: TextLine[] = [];
  const walk = (content: readonly TextBlock[], around: LineKind): void => {
    for (const block of content) {
      switch (block.type) {
        case 'paragraph':
        case 'heading': {
          const kind = block.type === 'heading' ? 'heading' : around;
          const runs = block.content.map((inline) => readRun(inline, names));
          if (runs.some((run) => typeof run !== 'string' || run.trim() !== '')) lines.push({ kind, runs });
          break;
        }
        case 'list':
          for (const item of block.items) walk(item, 'item');
          break;
        case 'quote':
          walk(block.content, 'quote');
          break;
        case 'table':
          for (const { cells } of block.rows) for (const cell of cells) walk(cell.content, 'cell');
          break;
        case 'rows': {
          const { spec, text } = block.figure;
          lines.push({ kind: 'rows', runs: [{ key: buildFigureKey(spec, names), text }] });
        }
      }
    }
  };
  walk(blocks, 'paragraph');
  return lines;
}

function readRun(inline: TextInline, names: SharedNames): TextRun {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'break':
      return '\n';
    case 'figure':
      return { key: buildFigureKey(inline.figure.spec, names), text: inline.figure.text };
  }
}

function buildFigureKey(spec: object | null, { directions, indicators }: SharedNames): string {
  if (spec === null) return 'unreadable';
  const named = { ...spec } as Record<string, unknown>;
  const { indicatorId, filter } = named;
  if (typeof indicatorId === 'string') named.indicatorId = indicators.get(indicatorId) ?? indicatorId;
  if (typeof filter === 'object' && filter !== null && 'directionId' in filter) {
    const { directionId } = filter;
    named.filter = {
      ...filter,
      directionId: typeof directionId === 'string' ? (directions.get(directionId) ?? directionId) : null,
    };
  }
  return buildKey(named);
}
