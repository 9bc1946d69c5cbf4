import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { filterSheets } from '#client/submission/filterSheets.ts';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { countGaps } from '#shared/submission/sheetCompleteness.ts';
import { formatMeasure } from '../measures.ts';
import table from '../table.module.css';
import type { GroupKind, MatrixGroup } from './buildSheetGroups.ts';
import type { MatrixShow } from './MatrixShow.ts';
import classes from './sheets.module.css';

type Props = {
  group: MatrixGroup;
  show: MatrixShow;
  hasSteps: boolean;
  isFolded: boolean;
  onToggle(kind: GroupKind): void;
};

/** One kind of organisation: how many there are, how many are accepted, what they add up to. */
export function MatrixGroupLine({ group, show, hasSteps, isFolded, onToggle }: Props) {
  const { t } = useTranslation(['control', 'submission']);
  const unit = useMoneyUnit();
  const { kind, lines, cells, total } = group;
  const sheets = lines.flatMap(({ sheet }) => sheet ?? []);
  const gaps = sheets.reduce((sum, { completeness }) => sum + countGaps(completeness.missing), 0);
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <tr className={classes.group}>
      <th scope="rowgroup" className={table.first}>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!isFolded}
          onClick={() => onToggle(kind)}
        >
          <Chevron size={14} aria-hidden className={classes.icon} />
          {t(`sheets.kind.${kind}`)}
          <span className={table.muted}> {formatCount(lines.length)}</span>
        </button>
      </th>
      <td className={table.text}>
        {sheets.length > 0 &&
          t('submission:section.counts', {
            accepted: formatCount(filterSheets(sheets, 'accepted').length),
            all: formatCount(sheets.length),
          })}
      </td>
      {show === 'state' ? (
        <>
          {/* As many cells as in the other lines, or arrows would not find across. */}
          {cells.map((_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where they stand.
            <td key={column} />
          ))}
          <td />
          <td className={table.text}>
            {gaps > 0 && <span className={table.warn}>{formatCount(gaps)}</span>}
          </td>
          {(['planned', 'actual', 'percent'] as const).map((measure) => (
            <td key={measure}>{formatMeasure(total, measure, unit)}</td>
          ))}
          <td />
          {hasSteps && <td className={table.last} />}
        </>
      ) : (
        <>
          {cells.map((sums, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where they stand.
            <td key={column}>{formatMeasure(sums, show, unit)}</td>
          ))}
          <td className={table.last}>{formatMeasure(total, show, unit)}</td>
        </>
      )}
    </tr>
  );
}
