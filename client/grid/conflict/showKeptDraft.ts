import type { TFunction } from 'i18next';
import { showKeptText } from '#client/ui/showKeptText.tsx';
import type { CommitProblem } from './decideCommit.ts';

type Options = {
  text: string;
  kind: CommitProblem['kind'];
  columnTitle: string;
  /** What the cell shows instead. */
  theirs: string;
  t: TFunction<['grid', 'conflict']>;
};

/** A draft whose editor is gone before it could be written: the text to copy, and why it is not in its cell. */
export function showKeptDraft({ text, kind, columnTitle, theirs, t }: Options): void {
  const explanation =
    kind === 'conflict'
      ? t('conflict:kept.conflict', { column: columnTitle, theirs: theirs || t('conflict:empty') })
      : t(`conflict:kept.${kind}`, { column: columnTitle });
  showKeptText({ title: t('conflict:kept.title'), explanation, text });
}
