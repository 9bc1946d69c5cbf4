import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type BudgetColumn, buildBudgetReader } from '#shared/structure/BudgetReader.ts';
import {
  type BudgetDraft,
  buildLinePrinter,
  type DraftLine,
  listLines,
  pasteBlock,
  readDraft,
  removeLine,
  revertLine,
  typeInto,
} from './budgetDraft.ts';

const noDraft: BudgetDraft = new Map();

/** The approved plan as it is being edited on this page, and what of it would be sent. */
export function useBudgetDraft() {
  const { t } = useTranslation('grid');
  const { structure } = useReport();
  const { budget, directions, organisations } = structure;
  const [draft, setDraft] = useState(noDraft);
  const lastId = useRef(0);
  const print = useMemo(
    () => buildLinePrinter({ directions, organisations }, (fund) => t(`choice.fund.${fund}`)),
    [directions, organisations, t],
  );
  const read = useMemo(() => buildBudgetReader({ directions, organisations }), [directions, organisations]);
  const lines = useMemo(() => listLines(budget, draft, print), [budget, draft, print]);
  const found = useMemo(() => readDraft(budget, draft, read), [budget, draft, read]);
  const newId = () => {
    lastId.current += 1;
    return `new ${lastId.current}`;
  };
  return {
    lines,
    read,
    print,
    draft,
    newId,
    ...found,
    type: (line: DraftLine, column: BudgetColumn, text: string) =>
      setDraft((now) => typeInto(now, now.get(line.id) ?? line, { [column]: text }, print)),
    remove: (line: DraftLine) => setDraft((now) => removeLine(now, line)),
    revert: (id: string) => setDraft((now) => revertLine(now, id)),
    discard: () => setDraft(noDraft),
    /** Gives how many cells of the block had no column. */
    paste(
      at: { lines: readonly DraftLine[]; lineId: string; column: BudgetColumn },
      block: readonly (readonly string[])[],
    ): number {
      const pasted = pasteBlock(draft, at, block, { newId, print });
      setDraft(pasted.draft);
      return pasted.leftOut;
    },
  };
}
