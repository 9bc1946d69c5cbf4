import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthorTime } from '#client/submission/AuthorTime.tsx';
import type { SheetView } from '#client/submission/SheetView.ts';
import table from '../table.module.css';
import classes from './sheets.module.css';

/** When somebody last wrote into a sheet, and who. */
export const LastChangeCell = memo(function LastChangeCell({ sheet }: { sheet: SheetView | null }) {
  const { t } = useTranslation('submission');
  return (
    <td className={table.text}>
      {sheet === null || sheet.lastChange === null ? (
        <span className={table.muted}>{t('section.never')}</span>
      ) : (
        <span className={classes.change}>
          <AuthorTime mark={sheet.lastChange} isShort />
        </span>
      )}
    </td>
  );
});
