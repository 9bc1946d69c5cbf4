import type { Steps } from '#client/sync/runSteps.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Block } from './Block.ts';
import type { LayoutOptions, PasteTarget } from './layOutBlock.ts';
import { layOutBlock } from './layOutBlock.ts';
import { type HeaderMatch, isHeaderLine, matchHeader } from './matchHeader.ts';
import type { Plan, PlanLine, PlanNote } from './Plan.ts';
import type { PlanContext } from './PlanContext.ts';
import { planSteps } from './planBlock.ts';

/** What the first line of the block is taken for. */
export type HeaderChoice = 'match' | 'skip' | 'data';

export type PasteChoices = Pick<
  LayoutOptions,
  'columns' | 'isHiddenTaken' | 'isMergedRepeated' | 'isForeignAdded'
> & {
  header: HeaderChoice;
};

/** A paste worked out, up to what only the person can decide. */
export type PreparedPaste = {
  readonly block: Block;
  readonly choices: PasteChoices;
  /** What the titles of the first line name; null when it is no line of titles. */
  readonly header: HeaderMatch | null;
  readonly lines: readonly PlanLine[];
  readonly plan: Plan;
  readonly notes: readonly PlanNote[];
  /** Places covered by merged cells. */
  readonly mergedCount: number;
  /** Whose new rows the lines could become that meet rows of others; null when there are none. */
  readonly foreignOwner: OrganisationId | null;
};

type Context = Omit<PlanContext, 'thousands'> & {
  columnTitle(column: Parameters<PlanContext['columnTitle']>[0] | 'organisation' | 'deviation'): string;
};

/** The choices a paste begins with. */
export function readFirstChoices(block: Block, context: Context): PasteChoices {
  const header = findHeader(block, context);
  return {
    header: header === null ? 'data' : 'match',
    columns: header?.columns ?? null,
    isHiddenTaken: false,
    isMergedRepeated: false,
    isForeignAdded: false,
  };
}

/** Works a paste out. `misfit`: the block does not fit the selected ranges. */
export function* prepareSteps(
  block: Block,
  target: PasteTarget,
  choices: PasteChoices,
  context: Context,
): Steps<PreparedPaste | 'misfit'> {
  const header = findHeader(block, context);
  const isMatched = header !== null && choices.header === 'match';
  const layout = layOutBlock(block, target, {
    headerLines: header === null || choices.header === 'data' ? 0 : 1,
    columns: isMatched ? choices.columns : null,
    isHiddenTaken: choices.isHiddenTaken,
    isMergedRepeated: choices.isMergedRepeated,
    isForeignAdded: choices.isForeignAdded,
  });
  if (layout === null) return 'misfit';
  const thousands = isMatched ? header.thousands : new Set<never>();
  const plan = yield* planSteps(layout.lines, { ...context, thousands });
  const mergedCount = block.lines.reduce(
    (sum, cells) =>
      sum + cells.filter(({ covering }) => covering !== undefined && covering.text !== '').length,
    0,
  );
  const hasForeign = choices.isForeignAdded || plan.questions.some(({ kind }) => kind === 'not-yours');
  const [only, ...others] = target.writable;
  const owner = layout.lines.findLast(
    ({ organisationId }) => organisationId !== null && target.writable.has(organisationId),
  )?.organisationId;
  const foreignOwner = !hasForeign ? null : (owner ?? (others.length === 0 ? (only ?? null) : null));
  return {
    block,
    choices,
    header,
    lines: layout.lines,
    plan,
    notes: layout.notes,
    mergedCount,
    foreignOwner,
  };
}

/** A line of titles alone has nothing to place under them. */
function findHeader(block: Block, context: Context): HeaderMatch | null {
  const [first, ...others] = block.lines;
  if (first === undefined || others.length === 0) return null;
  const titles = first.map(({ text }) => text);
  return isHeaderLine(titles, context) ? matchHeader(titles, context) : null;
}

/** True when the plan can be carried out without a word to anybody. */
export function isClear({ plan, notes, header, mergedCount }: PreparedPaste): boolean {
  const isAsked = plan.questions.length + plan.notes.length + plan.organisations.length + notes.length > 0;
  return !isAsked && header === null && mergedCount === 0;
}
