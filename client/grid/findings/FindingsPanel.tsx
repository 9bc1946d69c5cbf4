import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findRowOf } from '#client/sync/findRowOf.ts';
import { useFindings, useReport } from '#client/sync/ReportContext.tsx';
import type { Finding } from '#shared/checks/Finding.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { buildFindingKey } from '#shared/submission/sheetFindings.ts';
import type { CellName } from '../selection/CellName.ts';
import { buildFindingList, type FindingListGroup } from './buildFindingList.ts';
import type { FindingFilterState } from './FindingFilter.ts';
import { FindingFilters } from './FindingFilters.tsx';
import { FindingItem } from './FindingItem.tsx';
import classes from './findings.module.css';
import { useListFocus } from './useListFocus.ts';

/** More than anybody works off in one go, and few enough to be drawn at once. */
const pageSize = 100;

type Props = FindingFilterState & {
  /** The cell one is in: its findings are marked in the list. */
  current: CellName | null;
  onGo(finding: Finding): void;
};

/** What the checks say about both tables, as a list to work off. */
export function FindingsPanel({ filter, setFilter, own, current, onGo }: Props) {
  const { t } = useTranslation('findings');
  const { structure, rows } = useReport();
  // The list gives way to typing: it may be long, and follows a moment later.
  const { findings, isWhole } = useDeferredValue(useFindings());
  const [limit, setLimit] = useState(pageSize);
  const list = useMemo(
    () =>
      buildFindingList(findings, { filter, own, structure, findRow: (finding) => findRowOf(finding, rows) }),
    [findings, filter, own, structure, rows],
  );
  const all = list.groups.reduce((sum, group) => sum + group.findings.length, 0);
  const element = useListFocus<HTMLDivElement>();
  const names = new Map<string, string>(structure.organisations.map(({ id, name }) => [id, name]));
  const titleOf = ({ code, organisationId }: FindingListGroup) =>
    code !== null
      ? t(`code.${code}`)
      : organisationId === null
        ? t('list.wholeReport')
        : (names.get(organisationId) ?? organisationId);

  let left = limit;
  return (
    <div className={classes.list}>
      <FindingFilters filter={filter} setFilter={setFilter} own={own} list={list} />
      <div ref={element} className={classes.items}>
        {list.groups.map((group) => {
          const shown = group.findings.slice(0, Math.max(0, left));
          left -= shown.length;
          if (shown.length === 0) return null;
          return (
            <section key={group.code ?? group.organisationId ?? ''} aria-label={titleOf(group)}>
              <h3 className={classes.group}>
                <span>{titleOf(group)}</span>
                <span className={classes.count}>{formatCount(group.findings.length)}</span>
              </h3>
              <ul className={classes.rows}>
                {shown.map((finding) => (
                  <FindingItem
                    key={`${finding.organisationId}/${buildFindingKey(finding)}`}
                    finding={finding}
                    isOrganisationShown={group.code !== null}
                    isCurrent={isAt(finding, current)}
                    onGo={onGo}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {all > limit && (
          <Button size="compact-sm" variant="default" m={12} onClick={() => setLimit(limit + pageSize)}>
            {t('list.more', { count: Math.min(pageSize, all - limit) })}
          </Button>
        )}
        {all === 0 && (
          <Empty
            text={!isWhole ? t('list.checking') : findings.length > 0 ? t('list.noneFiltered') : null}
            onClear={findings.length === 0 ? null : () => setFilter(everything)}
          />
        )}
      </div>
    </div>
  );
}

const everything = { severity: 'all', isMine: false, code: null, organisationId: null } as const;

/** `text` is null when there is nothing at all to be found. */
function Empty({ text, onClear }: { text: string | null; onClear: (() => void) | null }) {
  const { t } = useTranslation('findings');
  return (
    <div className={classes.empty} role="status">
      {text === null && (
        <>
          <IconCircleCheck size={28} stroke={1.5} aria-hidden className={classes.good} />
          <strong>{t('list.noneTitle')}</strong>
        </>
      )}
      <p>{text ?? t('list.noneText')}</p>
      {onClear !== null && (
        <Button size="compact-sm" variant="default" onClick={onClear}>
          {t('list.clearFilter')}
        </Button>
      )}
    </div>
  );
}

function isAt({ organisationId, rowId, field }: Finding, cell: CellName | null): boolean {
  return cell !== null && cell.key === `${organisationId}/${rowId}` && cell.column === field;
}
