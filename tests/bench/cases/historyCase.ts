import { measurePast, momentsAt, type Past, pastWriters } from '../history/measurePast.ts';
import { pastRows } from '../history/SheetScribe.ts';
import type { CaseReport, Measure } from '../report/Measure.ts';
import { computePercentile } from '../report/percentile.ts';

/** One sheet that has been through a great deal: what a question about its past costs, and one with a tenth of that. */
export async function runHistoryCase({ isQuick }: { isQuick: boolean }): Promise<CaseReport> {
  const changes = isQuick ? 50_000 : 200_000;
  const whole = await measurePast(changes, isQuick);
  const tenth = await measurePast(changes / 10, isQuick);
  const both = (read: (past: Past) => number | null) => ({ zvit: read(whole), tenth: read(tenth) });
  const longest = (read: (moment: Past['moments'][number]) => number) =>
    both((past) => Math.max(...past.moments.map(read)));
  const questions = [...whole.questions.keys()].flatMap((what): Measure[] => [
    {
      label: `changes of ${what}, p50`,
      unit: 'ms',
      values: {
        ...both((past) => computePercentile(past.questions.get(what) ?? [], 50)),
        journal: whole.walkMs,
      },
      budget: 10,
    },
    {
      label: `changes of ${what}, p99`,
      unit: 'ms',
      values: both((past) => computePercentile(past.questions.get(what) ?? [], 99)),
      budget: 50,
    },
  ]);
  return {
    title: `History of a sheet with ${changes} changes in ${pastRows} rows`,
    measures: [
      ...questions,
      ...momentsAt.map(
        (at, index): Measure => ({
          label: `the table as it was after ${Math.round(at * 100)} % of them`,
          unit: 'ms',
          values: {
            ...both((past) => past.moments[index]?.ms ?? null),
            journal: whole.moments[index]?.wholeMs ?? null,
          },
          budget: 500,
        }),
      ),
      {
        label: 'changes replayed for a moment, most',
        unit: '',
        values: {
          ...longest(({ behindState }) => behindState),
          journal: Math.max(...whole.moments.map(({ sequence }) => sequence)),
        },
        budget: 10_000,
      },
      { label: 'the table as it is now, for comparison', unit: 'ms', values: both(({ openMs }) => openMs) },
      { label: 'the whole sheet made what it was', unit: 'ms', values: both(({ restoreMs }) => restoreMs) },
      { label: 'first question ever, which takes all in', unit: 'ms', values: both(({ first }) => first.ms) },
      {
        label: 'longest time others wait meanwhile',
        unit: 'ms',
        values: both(({ first }) => first.keptMs),
        budget: 100,
      },
      { label: 'database', unit: 'MB', values: both(({ megabytes }) => megabytes) },
    ],
    notes: [
      `${pastWriters} writers, one value a change, and a change since the last question before each. Beside the same with a tenth of the changes, and beside the whole journal: walked once, which answers any of the questions, and replayed to the moment.`,
    ],
  };
}
