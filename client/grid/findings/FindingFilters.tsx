import { NativeSelect, Pill, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { findingCodes } from '#shared/checks/Finding.ts';
import { formatCount } from '#shared/language/nouns.ts';
import type { FindingList } from './buildFindingList.ts';
import type { FindingFilterState } from './FindingFilter.ts';
import classes from './findings.module.css';

type Props = FindingFilterState & { list: FindingList };

/** What the list of findings is narrowed to, and how it is gathered. */
export function FindingFilters({ filter, setFilter, own, list: { counts, codes } }: Props) {
  const { t } = useTranslation('findings');
  const { structure } = useReport();
  const organisation = structure.organisations.find(({ id }) => id === filter.organisationId)?.shortName;
  const { errorCount, warningCount } = counts;
  const severities = [
    { value: 'all', label: `${t('list.all')} ${formatCount(errorCount + warningCount)}` },
    { value: 'error', label: `${t('list.errors')} ${formatCount(errorCount)}` },
    { value: 'warning', label: `${t('list.warnings')} ${formatCount(warningCount)}` },
  ] as const;
  return (
    <div className={classes.filters}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('list.severityLabel')}
        value={filter.severity}
        onChange={(severity) => setFilter({ severity })}
        data={[...severities]}
      />
      <div className={classes.filterLine}>
        {own !== null && (
          <SegmentedControl
            size="xs"
            aria-label={t('list.whoseLabel')}
            value={filter.isMine ? 'mine' : 'everybody'}
            onChange={(whose) => setFilter({ isMine: whose === 'mine', organisationId: null })}
            data={[
              { value: 'mine', label: t('list.mine') },
              { value: 'everybody', label: t('list.everybody') },
            ]}
          />
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('list.groupLabel')}
          value={filter.grouping}
          onChange={(grouping) => setFilter({ grouping })}
          data={[
            { value: 'organisation', label: t('list.byOrganisation') },
            { value: 'code', label: t('list.byCode') },
          ]}
        />
      </div>
      <NativeSelect
        size="xs"
        aria-label={t('list.codeLabel')}
        value={filter.code ?? ''}
        onChange={(event) =>
          setFilter({ code: findingCodes.find((code) => code === event.currentTarget.value) ?? null })
        }
        data={[
          { value: '', label: t('list.allCodes') },
          ...codes.map((code) => ({ value: code, label: t(`code.${code}`) })),
        ]}
      />
      {filter.organisationId !== null && (
        <Pill
          className={classes.pill}
          withRemoveButton
          removeButtonProps={{
            'aria-label': t('list.organisationOff', { organisation: organisation ?? filter.organisationId }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
          onRemove={() => setFilter({ organisationId: null })}
        >
          {organisation ?? filter.organisationId}
        </Pill>
      )}
    </div>
  );
}
