import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useSignal } from '#client/sync/useSignal.ts';
import type { DirectionId } from '#shared/model/ids.ts';
import type { ReportSection } from './buildReportSections.ts';
import { DefaultText } from './DefaultText.tsx';
import classes from './ReportPage.module.css';
import { sectionId } from './sectionId.ts';
import { DirectionText } from './text/DirectionText.tsx';
import { useIsTextEmpty } from './text/useIsTextEmpty.ts';

type Props = {
  section: ReportSection;
  onFocus(editor: Editor, directionId: DirectionId): void;
  onAsk(editor: Editor, directionId: DirectionId): void;
  onReady(editor: Editor, directionId: DirectionId): () => void;
};

/** One direction as the report prints it: its title, and its text or, while there is none, its numbers. */
export function DirectionSection({ section, onFocus, onAsk, onReady }: Props) {
  const { t } = useTranslation('text');
  const { session } = useReport();
  const { direction } = section;
  const view = useSignal(session.narrative(direction.id));
  const isEmpty = useIsTextEmpty(view.doc);
  const id = sectionId(direction.id);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.direction} tabIndex={-1}>
        {direction.number}. {direction.title}
      </h2>
      {view.isLoaded ? (
        <>
          <DirectionText
            // Another document is another text: what is in the editor belongs to the one before.
            key={view.doc.guid}
            direction={direction}
            view={view}
            labelledBy={id}
            onFocus={onFocus}
            onAsk={onAsk}
            onReady={onReady}
          />
          {isEmpty && view.decision.allowed && <p className={classes.meanwhile}>{t('printedMeanwhile')}</p>}
          {isEmpty && <DefaultText section={section} />}
        </>
      ) : (
        <p role="status" className={classes.meanwhile}>
          {t('loading')}
        </p>
      )}
    </section>
  );
}
