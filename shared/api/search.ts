import { z } from 'zod';
import { DirectionId, OrganisationId, ReportId, RowId } from '../model/ids.ts';
import { tableKinds } from '../model/rows.ts';
import { HistoryField } from './history.ts';

/** Bodies of the search over all that somebody may read. */

/** Letters of a query. */
export const longestQuery = 200;

export const SearchQuery = z.object({
  query: z.string().max(longestQuery),
  /** Comes before all others. */
  report: ReportId.optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

const offset = z.int().min(0);
export const SnippetAnswer = z.object({
  text: z.string(),
  /** What was found in it: UTF-16 offsets, in order. */
  marks: z.array(z.object({ start: offset, end: offset })),
});

const found = { snippet: SnippetAnswer };
export const SearchHit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation'), organisationId: OrganisationId, ...found }),
  z.object({ kind: z.literal('direction'), directionId: DirectionId, number: z.int(), ...found }),
  z.object({
    kind: z.literal('row'),
    table: z.enum(tableKinds),
    organisationId: OrganisationId,
    /** Its short name. */
    organisation: z.string(),
    rowId: RowId,
    /** The cell that most of the words stand in. */
    field: HistoryField,
    ...found,
  }),
  z.object({
    kind: z.literal('text'),
    directionId: DirectionId,
    number: z.int(),
    /** Indices from the direction’s text down to the paragraph. */
    path: z.array(z.int()),
    ...found,
  }),
]);
export type SearchHit = z.infer<typeof SearchHit>;

export const searchKinds = ['name', 'row', 'text'] as const;
export type SearchKind = (typeof searchKinds)[number];

const ReportName = z.object({ id: ReportId, year: z.int(), title: z.string() });

/** GET search: nothing of what the asker may not read, not even that it is there. */
export const SearchAnswer = z.object({
  /** Report by report, the asked one first, then the newest; names, rows, texts in each. */
  groups: z.array(
    z.object({
      kind: z.enum(searchKinds),
      report: ReportName,
      /** All that were found; `hits` are the first of them. */
      count: z.int(),
      hits: z.array(SearchHit),
    }),
  ),
  /** Reports that were not looked through to their end, and why; the same question once more goes on. */
  left: z.array(z.object({ report: ReportName, reason: z.enum(['time', 'unreadable']) })),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
