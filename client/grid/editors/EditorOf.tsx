import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { ChoiceLabel } from '../CellTexts.ts';
import { buildChoices } from '../choices.ts';
import { showKeptDraft } from '../conflict/showKeptDraft.ts';
import { useCellWatch } from '../conflict/useCellWatch.ts';
import type { GridWords } from '../GridWords.ts';
import { parseCell } from '../parseCell.ts';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import type { EditorProps } from './EditorProps.ts';
import { LongTextEditor } from './LongTextEditor.tsx';
import { PeriodEditor } from './PeriodEditor.tsx';
import { TextEditor } from './TextEditor.tsx';
import { keepUnfinishedDraft } from './unfinishedDraft.ts';

type Props = Pick<
  EditorProps,
  'box' | 'editing' | 'layout' | 'label' | 'onClose' | 'onFill' | 'onTyped' | 'onRestoring'
> & {
  words: GridWords & { choiceLabel: ChoiceLabel };
};

/** The editor that a cell's kind asks for, wherever it is drawn. */
export function EditorOf(given: Props) {
  const { editing, words } = given;
  const { row, spec } = editing;
  const { t } = useTranslation(['grid', 'conflict']);
  const { structure, actor } = useReport();
  const watch = useCellWatch(editing, words);
  const columnTitle = words.columnTitle(spec.field);
  const props: EditorProps = {
    ...given,
    watch,
    initialText: words.texts.editable(row, spec),
    parse: (text) =>
      parseCell(text, spec, { table: row.kind, reportYear: structure.report.year, columnTitle }),
    onKept: (text, problem) => {
      const theirs = words.texts.cell(watch.standing.get().row, spec);
      showKeptDraft({ text, kind: problem.kind, columnTitle, theirs, t });
    },
    onPageHide: (text) =>
      keepUnfinishedDraft({ userId: actor.userId, reportId: structure.report.id, columnTitle, text }),
    onIndicatorCleared: () => notifications.show({ message: t('edit.indicatorCleared'), color: 'yellow' }),
  };
  switch (spec.kind) {
    case 'choice':
      return (
        <ChoiceEditor {...props} choices={buildChoices(row, spec.field, structure, words.choiceLabel)} />
      );
    case 'long':
      return <LongTextEditor {...props} />;
    case 'period':
      return <PeriodEditor {...props} />;
    default:
      return <TextEditor {...props} />;
  }
}
