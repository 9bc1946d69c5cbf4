import { Alert, Button, SegmentedControl, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useErrorText } from '#client/api/useErrorText.ts';
import { versionsQuery } from '#client/api/versions.ts';
import { historyLink, reportLink, tableTab } from '#client/app/links.ts';
import { useMoments } from '#client/compare/useComparison.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import type { HistoryOutcome } from '#client/sync/history/HistoryChange.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { NameForm } from '#client/versions/VersionsSection.tsx';
import { can } from '#shared/access/can.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import { compareRows, type Row } from '#shared/model/rows.ts';
import classes from './history.module.css';
import { PastTable } from './PastTable.tsx';
import { type PastAddress, readPastAddress, writePastAddress } from './pastAddress.ts';
import pastClasses from './pastTable.module.css';
import { planRestore } from './planRestore.ts';
import { RestoreSheet } from './RestoreSheet.tsx';
import { TakeBackButton } from './TakeBackButton.tsx';
import { usePastRows } from './usePastRows.ts';

/** A table as it was at a moment: to be read, and brought back by rows or by sheets. */
export function PastPage() {
  const { t } = useTranslation(['cellHistory', 'grid']);
  const errorText = useErrorText();
  const formatTime = useFormatTime();
  const { structure, actor, session, rows: present } = useReport();
  const reportId = structure.report.id;
  const [query, setQuery] = useSearchParams();
  const address = readPastAddress(query);
  const moments = useMoments(reportId);
  const versions = useQuery(versionsQuery(reportId));
  const listed = moments.data?.pages.flatMap((page) => page.moments) ?? [];
  // Without a moment in the address: the end of the last work but one, as in a comparison.
  const time = address.time ?? (listed[1] ?? listed[0])?.endTime ?? null;
  const past = usePastRows(reportId, time);
  const change = (part: Partial<PastAddress>) => setQuery(writePastAddress({ ...address, time, ...part }));
  const ofSheets = useMemo(
    () =>
      (past.data?.rows ?? []).filter(
        ({ organisationId }) => address.organisation === null || organisationId === address.organisation,
      ),
    [past.data, address.organisation],
  );
  const shown = useMemo(
    () =>
      sortBySheet(
        ofSheets.filter(({ kind }) => kind === address.table),
        structure.organisations,
      ),
    [ofSheets, address.table, structure.organisations],
  );
  const printTime = (moment: number) => formatTime(new Date(moment).toISOString());
  const items = new Map(listed.map(({ endTime }) => [String(endTime), printTime(endTime)]));
  if (time !== null) items.set(String(time), printTime(time));
  for (const { name, moment, removed } of versions.data?.versions ?? []) {
    if (removed === null) items.set(String(moment), `${name} · ${printTime(moment)}`);
  }
  const isManager = can(actor, { action: 'report.oversee', reportId }).allowed;

  const tell = (text: string, takeBack: () => Promise<HistoryOutcome>) =>
    notifications.show({
      message: (
        <>
          {text} <TakeBackButton onTakeBack={takeBack} />
        </>
      ),
    });
  const restoreRow = (row: Row) => {
    session.settle();
    const now = present.get(rowKey(row));
    const { edits } = planRestore([row], now === undefined ? [] : [now]);
    tell(t('restore.doneRow'), session.edit(edits));
  };

  const error = past.error ?? (time === null ? moments.error : null);
  return (
    <div className={pastClasses.wide}>
      <title>{`${t('past.heading')}: ${structure.report.year}`}</title>
      <h1 className="page-title">{t('past.heading')}</h1>
      {time !== null && (
        <p className={pastClasses.banner} role="status">
          <IconEye size={18} aria-hidden />
          <span>
            {t(`past.banner.${address.table}`)} <strong>{printTime(time)}</strong>. {t('past.readOnly')}
          </span>
          <Link to={reportLink(reportId, tableTab(address.table))}>{t('past.toNow')}</Link>
          <Link to={historyLink(reportId)}>{t('page.heading')}</Link>
        </p>
      )}
      <div className={classes.filters}>
        <SegmentedControl
          size="xs"
          aria-label={t('past.table')}
          value={address.table}
          onChange={(value) => change({ table: value === 'expenditure' ? 'expenditure' : 'activity' })}
          data={[
            { value: 'activity', label: t('grid:title.activity') },
            { value: 'expenditure', label: t('grid:title.expenditure') },
          ]}
        />
        <Select
          size="xs"
          label={t('past.moment')}
          allowDeselect={false}
          value={time === null ? null : String(time)}
          data={[...items]
            .sort(([a], [b]) => Number(b) - Number(a))
            .map(([value, label]) => ({ value, label }))}
          onChange={(value) => value !== null && change({ time: Number(value) })}
        />
        <Select
          size="xs"
          label={t('page.sheet')}
          placeholder={t('page.allSheets')}
          clearable
          searchable
          value={address.organisation}
          data={structure.organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(value) => change({ organisation: OrganisationId.safeParse(value).data ?? null })}
        />
        {moments.hasNextPage && (
          <Button size="xs" variant="subtle" onClick={() => void moments.fetchNextPage()}>
            {t('past.earlier')}
          </Button>
        )}
        {address.organisation !== null && past.data !== undefined && (
          <RestoreSheet
            key={`${time}/${address.organisation}`}
            organisationId={address.organisation}
            rows={ofSheets}
            onDone={tell}
          />
        )}
      </div>
      {isManager && time !== null && <NameForm key={time} moment={time} />}
      {error !== null ? (
        <Alert color="red" role="alert">
          {errorText(error)}
        </Alert>
      ) : past.data === undefined ? (
        <p className={classes.note}>{time === null && !moments.isPending ? t('none') : t('loading')}</p>
      ) : shown.length === 0 ? (
        <p className={classes.note}>{t('past.blank')}</p>
      ) : (
        <PastTable
          key={`${time}/${address.table}/${address.organisation}`}
          table={address.table}
          rows={shown}
          onRestore={restoreRow}
        />
      )}
    </div>
  );
}

/** In the order of the report's organisations, within them in that of the rows. */
function sortBySheet(rows: readonly Row[], organisations: readonly { id: OrganisationId }[]): Row[] {
  const places = new Map(organisations.map(({ id }, place) => [id, place]));
  const placeOf = ({ organisationId }: Row) => places.get(organisationId) ?? organisations.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b) || compareRows(a, b));
}
