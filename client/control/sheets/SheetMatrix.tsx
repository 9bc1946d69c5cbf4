import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetDialog } from '#client/submission/useSheetDialogs.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { FindingGroup } from '../buildFindingGroups.ts';
import type { Matrix } from '../buildMatrix.ts';
import { findTables } from '../findTables.ts';
import { TableScroll } from '../TableScroll.tsx';
import table from '../table.module.css';
import type { GroupKind, MatrixGroup } from './buildSheetGroups.ts';
import { MatrixGroupLine } from './MatrixGroupLine.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixLineView } from './MatrixLineView.tsx';
import type { MatrixShow } from './MatrixShow.ts';
import { MatrixTotalLine } from './MatrixTotalLine.tsx';
import classes from './sheets.module.css';

type Props = {
  matrix: Matrix;
  groups: readonly MatrixGroup[];
  /** Kinds of organisations are lines of their own. */
  isGrouped: boolean;
  /** Not all organisations are listed: the totals are of all nevertheless. */
  isNarrowed: boolean;
  show: MatrixShow;
  findingGroups: readonly FindingGroup[];
  onDialog(dialog: SheetDialog): void;
};

/** The heading, the names and the totals stay in sight while the rest scrolls. */
export function SheetMatrix(props: Props) {
  const { matrix, groups, isGrouped, isNarrowed, show, findingGroups, onDialog } = props;
  const { t } = useTranslation('control');
  const [folded, setFolded] = useState<ReadonlySet<GroupKind>>(new Set());
  const findings = useMemo(
    () => new Map(findingGroups.map((group) => [group.organisation?.id, group])),
    [findingGroups],
  );
  const { rows } = useReport();
  // Another matrix is made when what is in the sheets changes.
  const tables = useMemo(() => findTables(matrix.organisations.length > 0 ? rows.all() : []), [rows, matrix]);
  // Whoever may take no step with any sheet has no column for it.
  const hasSteps = groups.some(({ lines }) =>
    lines.some(({ sheet }) => sheet !== null && (sheet.steps.has('return') || sheet.steps.has('accept'))),
  );
  const directions = matrix.rows.map((row) => row.direction);
  const toggle = (kind: GroupKind) =>
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(kind)) next.add(kind);
      return next;
    });
  return (
    <TableScroll label={t('matrix.title')} className={classes.matrix}>
      <table className={`${table.table} ${classes.table}`}>
        <MatrixHead directions={directions} show={show} hasSteps={hasSteps} />
        {/* Another measure is other numbers, not changed ones: nothing may light up. */}
        <tbody key={show}>
          {groups.map((group) => (
            <Fragment key={group.kind}>
              {isGrouped && (
                <MatrixGroupLine
                  group={group}
                  show={show}
                  hasSteps={hasSteps}
                  isFolded={folded.has(group.kind)}
                  onToggle={toggle}
                />
              )}
              {!(isGrouped && folded.has(group.kind)) &&
                group.lines.map((line) => (
                  <MatrixLineView
                    key={line.organisation.id}
                    line={line}
                    tableKind={tables.get(line.organisation.id) ?? 'activity'}
                    directions={directions}
                    show={show}
                    hasSteps={hasSteps}
                    findings={findings.get(line.organisation.id) ?? null}
                    onDialog={onDialog}
                  />
                ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot key={`${show}-totals`}>
          <MatrixTotalLine
            matrix={matrix}
            groups={groups}
            isNarrowed={isNarrowed}
            show={show}
            hasSteps={hasSteps}
          />
        </tfoot>
      </table>
    </TableScroll>
  );
}
