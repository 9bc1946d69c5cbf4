import type { FigureProblem, FigureValue } from '../../figures/FigureValue.ts';
import { isBlocking } from '../../figures/FigureValue.ts';
import { formatCount } from '../../language/nouns.ts';
import { formatMoney } from '../../money/formatMoney.ts';
import type { FigureModel } from '../../report/TextModel.ts';
import type { PlacedBlock } from '../../report/walkText.ts';
import type { TextFinding, TextFindingCode, TextPlace } from './TextFinding.ts';

const codes: Readonly<Record<FigureProblem, TextFindingCode>> = {
  unreadable: 'text.figure-unreadable',
  'direction-gone': 'text.figure-gone',
  'organisation-gone': 'text.figure-gone',
  'indicator-gone': 'text.figure-gone',
  'noun-form-missing': 'text.noun-form-missing',
  'too-large': 'text.number-too-large',
  'nothing-planned': 'text.nothing-planned',
  'no-rows': 'text.figure-empty',
};

/** Figures that cannot be printed, which blocks, and figures that nothing is behind, which warns. */
export function findFlawedFigures(
  { block, path }: PlacedBlock,
  directionId: TextPlace['directionId'],
): TextFinding[] {
  if (block.type === 'rows') return findFlaw(block.figure, { directionId, path, inline: null });
  if (block.type !== 'paragraph' && block.type !== 'heading') return [];
  return block.content.flatMap((inline, index) =>
    inline.type === 'figure'
      ? findFlaw(inline.figure, { directionId, path, inline: { index, offset: 0 } })
      : [],
  );
}

function findFlaw(figure: FigureModel, place: Omit<TextPlace, 'quote'>): TextFinding[] {
  const { problem, text } = figure;
  if (problem === null) return [];
  return [
    {
      code: codes[problem],
      severity: isBlocking(problem) ? 'blocks' : 'warns',
      place: { ...place, quote: text },
      parameters: { typed: text, value: formatAmount(figure) },
      suggestion: null,
    },
  ];
}

function formatAmount({ amount }: Pick<FigureValue, 'amount'>): string {
  if (amount === null) return '—';
  return amount.unit === 'kopiykas' ? formatMoney(amount.value) : formatCount(Number(amount.value));
}
