import { describe, expect, test } from 'vitest';
import {
  type BudgetDraft,
  buildLinePrinter,
  buildNewLine,
  listLines,
  pasteBlock,
  readDraft,
  removeLine,
  revertLine,
  typeInto,
} from '#client/budget/budgetDraft.ts';
import { computeBudgetSums } from '#client/budget/computeBudgetSums.ts';
import { must } from '#shared/must.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import { buildBudgetReader } from '#shared/structure/BudgetReader.ts';
import { buildBudgetLine } from '#tests/support/buildBudget.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const structure = buildReportStructure();
const print = buildLinePrinter(structure, (fund) => choiceLabels.fund[fund]);
const read = buildBudgetReader(structure);
const budget = [buildBudgetLine(100), buildBudgetLine(200, { organisation: 'o2' })];
const none: BudgetDraft = new Map();
const lines = (draft = none) => listLines(budget, draft, print);
const line = (index: number, draft = none) => must(lines(draft)[index], 'a line');

describe('the plan as it is edited', () => {
  test('SET-39 only what differs is sent, from what stood there', () => {
    const typed = typeInto(none, line(0), { amount: '5' }, print);
    expect(readDraft(budget, typed, read).changes).toEqual([{ from: budget[0], to: buildBudgetLine(500) }]);
    expect(typeInto(typed, line(0, typed), { amount: '1,00' }, print).size).toBe(0);
    const removed = removeLine(typed, line(1, typed));
    expect(readDraft(budget, removed, read).changes).toEqual([
      { from: budget[0], to: buildBudgetLine(500) },
      { from: budget[1], to: null },
    ]);
    expect(revertLine(removed, line(1).id)).toEqual(typed);
    expect(computeBudgetSums(lines(removed), read).grandMinor).toBe(500n);
  });

  test('SET-39 a block goes over the lines from a cell on and makes new ones below', () => {
    let count = 0;
    const newId = () => {
      count += 1;
      return `new ${count}`;
    };
    const at = { lines: lines(), lineId: line(1).id, column: 'kekv' } as const;
    const block = [
      ['2210', '7,50', 'зайве'],
      ['2282', '1 000'],
    ];
    const pasted = pasteBlock(none, at, block, { newId, print });
    expect(pasted.leftOut).toBe(1);
    const found = readDraft(budget, pasted.draft, read);
    expect(found.changes).toEqual([
      { from: budget[1], to: buildBudgetLine(750, { organisation: 'o2', kekv: '2210' }) },
    ]);
    expect(found.problems).toEqual(new Map([['new 1', { column: 'direction', code: 'wrong-direction' }]]));
    const whole = [['2', 'Виконавець o3', 'СФ', '0210180', '2240', '390 023,56 грн']];
    const empty = { lines: [buildNewLine('e')], lineId: 'e', column: 'direction' } as const;
    const added = pasteBlock(none, empty, whole, { newId, print });
    expect(readDraft(budget, added.draft, read).changes).toEqual([
      {
        from: null,
        to: buildBudgetLine(39_002_356, { direction: 'd2', organisation: 'o3', fund: 'special' }),
      },
    ]);
  });

  test('SET-39 an amount that can mean two is marked, and a line changed by somebody else told', () => {
    const typed = typeInto(none, line(0), { amount: '390,023' }, print);
    expect(readDraft(budget, typed, read)).toMatchObject({
      changes: [],
      problems: new Map([[line(0).id, { column: 'amount', code: 'ambiguous' }]]),
    });
    const right = typeInto(none, line(0), { amount: '3' }, print);
    const theirs = [buildBudgetLine(101), ...budget.slice(1)];
    expect([...readDraft(theirs, right, read).overtaken]).toEqual([line(0).id]);
    expect(readDraft(theirs, right, read).changes).toEqual([{ from: budget[0], to: buildBudgetLine(300) }]);
    // A line that was removed meanwhile stays in sight with what was typed into it.
    expect(listLines(budget.slice(1), right, print)).toHaveLength(2);
    expect(typeInto(none, buildNewLine('n'), { amount: ' ' }, print).size).toBe(0);
  });
});
