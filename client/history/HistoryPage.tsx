import { Button, Pill, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { pastLink } from '#client/app/links.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { DayInput } from '#client/ui/DayInput.tsx';
import { VersionsSection } from '#client/versions/VersionsSection.tsx';
import { can } from '#shared/access/can.ts';
import { OrganisationId, UserId } from '#shared/model/ids.ts';
import { titleOf } from './ChangeItem.tsx';
import { ChangeList } from './ChangeList.tsx';
import { ChangePlace } from './ChangePlace.tsx';
import classes from './history.module.css';
import {
  type HistoryAddress,
  readHistoryAddress,
  toHistoryFilter,
  writeHistoryAddress,
} from './historyAddress.ts';
import { JournalCheck } from './JournalCheck.tsx';
import { useHistoryPages } from './useHistoryPages.ts';
import { useStoredText } from './useStoredText.ts';

/** Who changed what in the whole report. What it is narrowed to stands in the address. */
export function HistoryPage() {
  const { t } = useTranslation('cellHistory');
  const { structure, actor, rows } = useReport();
  const storedText = useStoredText();
  const [query, setQuery] = useSearchParams();
  const address = readHistoryAddress(query);
  const pages = useHistoryPages(structure.report.id, toHistoryFilter(address));
  const people = pages.data?.pages[0]?.people ?? [];
  const change = (part: Partial<HistoryAddress>) => setQuery(writeHistoryAddress({ ...address, ...part }));
  const isNarrowed = [...writeHistoryAddress(address)].length > 0;
  const row =
    address.organisation !== null && address.row !== null
      ? rows.get(rowKey({ organisationId: address.organisation, id: address.row }))
      : undefined;
  const goneRow = pages.data?.pages.flatMap(({ gone }) => gone).find(({ rowId }) => rowId === address.row);
  const rowTitle =
    (row?.kind === 'activity' ? row.values.content : row?.values.measure)?.trim() ||
    (goneRow === undefined ? '' : titleOf(goneRow, storedText));

  return (
    <div className={classes.page}>
      <title>{`${t('page.heading')}: ${structure.report.year}`}</title>
      <header>
        <h1 className="page-title">{t('page.heading')}</h1>
        <p className={classes.hint}>
          {t('page.hint')} <Link to={pastLink(structure.report.id)}>{t('past.open')}</Link>
        </p>
      </header>
      <VersionsSection />
      <div className={classes.filters}>
        <Select
          size="xs"
          label={t('page.sheet')}
          placeholder={t('page.allSheets')}
          clearable
          searchable
          value={address.organisation}
          data={structure.organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(value) =>
            change({ organisation: OrganisationId.safeParse(value).data ?? null, row: null })
          }
        />
        <Select
          size="xs"
          label={t('page.person')}
          placeholder={t('page.everybody')}
          clearable
          searchable
          value={address.person}
          data={people.map(({ userId, name }) => ({ value: userId, label: name ?? t('nameless') }))}
          onChange={(value) => change({ person: UserId.safeParse(value).data ?? null })}
        />
        <DayInput size="xs" label={t('page.day')} value={address.day} onChange={(day) => change({ day })} />
        {address.row !== null && (
          <Pill withRemoveButton onRemove={() => change({ row: null })}>
            {t('page.row', { title: rowTitle || t('untitled') })}
          </Pill>
        )}
        {isNarrowed && (
          <Button size="xs" variant="subtle" onClick={() => setQuery(new URLSearchParams())}>
            {t('page.clear')}
          </Button>
        )}
      </div>
      <section aria-busy={pages.isFetching}>
        <ChangeList
          pages={pages}
          field={null}
          emptyText={t(isNarrowed ? 'noneFiltered' : 'none')}
          label={t('page.heading')}
          renderPlace={(item, gone) => <ChangePlace change={item} gone={gone} />}
        />
      </section>
      {can(actor, { action: 'report.oversee', reportId: structure.report.id }).allowed && <JournalCheck />}
    </div>
  );
}
