import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import type { RejectedEdits } from '#client/sync/RejectedEdits.ts';
import { showKeptText } from '#client/ui/showKeptText.tsx';
import { printFieldTitle } from '#client/ui/useFieldTitle.ts';
import { type ErrorParameters, formatError } from '#shared/errors/AppError.ts';
import { type ErrorCode, isErrorCode } from '#shared/errors/catalogue.ts';
import type { ReportStructure } from '#shared/model/structure.ts';

export type ReportNotices = {
  onRejected(edits: RejectedEdits): void;
  onTrouble(code: ErrorCode, parameters: ErrorParameters): void;
  onFinalising(by: string | null): void;
};

const finalisingNotice = 'finalising';

/** Shows what the server would not take, with the text to copy, and why it takes nothing for now. */
export function useReportNotices(structure: ReportStructure | undefined): ReportNotices {
  const { t } = useTranslation('common');
  const { t: tGrid } = useTranslation('grid');
  const language = useLanguage();
  return {
    onRejected(edits) {
      const { code, parameters } = edits;
      const place = placeOf(edits, structure);
      const why = isErrorCode(code)
        ? formatError(code, { organisation: place, ...parameters }, language)
        : code;
      const lines =
        edits.kind === 'text'
          ? edits.lines
          : edits.cells.map(
              ({ field, value }) => `${printFieldTitle(field, structure, tGrid)}: ${String(value)}`,
            );
      showKeptText({
        title: t('refused.title'),
        explanation: `${why} ${t('refused.kept')}`,
        text: [place, ...lines].join('\n'),
      });
    },
    onTrouble(code, parameters) {
      notifications.show({
        // The same trouble is told once, however often it is met.
        id: `trouble-${code}`,
        title: t('trouble.title'),
        message: formatError(code, parameters, language),
        color: 'yellow',
        autoClose: 15_000,
      });
    },
    onFinalising(by) {
      if (by === null) {
        notifications.hide(finalisingNotice);
        return;
      }
      notifications.show({
        id: finalisingNotice,
        title: t('finalising.title', { name: by }),
        message: t('finalising.waits'),
        loading: true,
        autoClose: false,
      });
    },
  };
}

/** The organisation whose sheet it is, or the direction whose text. */
function placeOf(edits: RejectedEdits, structure: ReportStructure | undefined): string {
  if (edits.kind === 'text')
    return structure?.directions.find(({ id }) => id === edits.directionId)?.title ?? '';
  return structure?.organisations.find(({ id }) => id === edits.organisationId)?.shortName ?? '';
}
