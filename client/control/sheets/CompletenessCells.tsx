import { IconAlertTriangle, IconCircleDashed } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { findingsLink } from '#client/app/links.ts';
import type { SheetView } from '#client/submission/SheetView.ts';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import { formatCount } from '#shared/language/nouns.ts';
import type { FindingGroup } from '../buildFindingGroups.ts';
import type { MatrixRow } from '../buildMatrix.ts';
import { FindingsLink } from '../FindingsLink.tsx';
import table from '../table.module.css';
import { GapsCell } from './GapsCell.tsx';
import classes from './sheets.module.css';

type Props = {
  /** Null while the states have not come. */
  sheet: SheetView | null;
  directions: readonly MatrixRow['direction'][];
  findings: FindingGroup | null;
};

/** How complete one sheet is: rows by direction, what is found and what is missing. */
export const CompletenessCells = memo(function CompletenessCells({ sheet, directions, findings }: Props) {
  return (
    <>
      {directions.map((direction) => (
        <td key={direction?.id ?? 'without'} className={classes.count}>
          {sheet !== null && <RowCount sheet={sheet} direction={direction} />}
        </td>
      ))}
      <td className={table.text}>
        <Findings sheet={sheet} findings={findings} />
      </td>
      <td className={table.text}>{sheet !== null && <GapsCell sheet={sheet} />}</td>
    </>
  );
});

function RowCount({ sheet, direction }: { sheet: SheetView; direction: MatrixRow['direction'] }) {
  const { t } = useTranslation('control');
  const { rowsByDirection, missing } = sheet.completeness;
  const count = direction === null ? missing.withoutDirection : (rowsByDirection[direction.id] ?? 0);
  if (count > 0) return formatCount(count);
  if (direction === null || !missing.directions.includes(direction.id)) {
    return <span className={table.muted}>—</span>;
  }
  return (
    <span className={table.warn} title={t('sheets.noRows')}>
      <IconCircleDashed size={14} stroke={2} aria-hidden className={classes.icon} />
      <span className="visually-hidden">{t('sheets.noRows')}</span>
    </span>
  );
}

/** As they stand in the rows that are here; until they are, as the server has counted them. */
function Findings({ sheet, findings }: Pick<Props, 'sheet' | 'findings'>) {
  const { t } = useTranslation('submission');
  const { structure } = useReport();
  const isLoaded = useIsLoaded();
  const explained = sheet?.findings.explained ?? 0;
  const open = !isLoaded && sheet !== null ? sheet.findings.open : 0;
  if (findings === null && open === 0 && explained === 0) return <span className={table.muted}>—</span>;
  return (
    <span className={classes.findings}>
      {findings !== null && <FindingsLink group={findings} />}
      {findings === null && open > 0 && sheet !== null && (
        <Link className={table.warn} to={findingsLink(structure.report.id, 'activity', sheet.organisationId)}>
          <IconAlertTriangle size={14} aria-hidden className={classes.icon} /> {formatCount(open)}
        </Link>
      )}
      {explained > 0 && <span className={table.muted}>{t('section.explained', { count: explained })}</span>}
    </span>
  );
}
