import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionKey } from '#client/api/useSession.ts';
import { ImportDialog } from '#client/structure/import/ImportDialog.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { PeopleImportAnswer } from '#shared/api/peopleImport.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { DaysSelect, usualDays } from './DaysSelect.tsx';
import { NewLinks } from './NewLinks.tsx';
import { usersKey } from './usersKey.ts';

type Props = { structures: readonly ReportStructure[]; onClose: () => void };

/** People from a CSV file into one report; the links of the new ones are shown once. */
export function PeopleImport({ structures, onClose }: Props) {
  const { t } = useTranslation('people');
  const queries = useQueryClient();
  const [reportId, setReportId] = useState<string | null>(structures[0]?.report.id ?? null);
  const [days, setDays] = useState(usualDays);
  const [links, setLinks] = useState<PeopleImportAnswer['links']>([]);
  const hasLinks = useRef(false);
  if (links.length > 0) return <NewLinks links={links} onClose={onClose} />;
  return (
    <ImportDialog
      // Another report makes another plan of the same file.
      key={reportId}
      path={apiPaths.userImport}
      extra={{ reportId, days }}
      answer={PeopleImportAnswer}
      title={t('title')}
      hint={t('hint')}
      onWritten={async (written) => {
        await queries.invalidateQueries({ queryKey: usersKey });
        await queries.invalidateQueries({ queryKey: sessionKey });
        // With links to hand out the dialog goes on to show them.
        hasLinks.current = written.links.length > 0;
        setLinks(written.links);
      }}
      onClose={() => {
        if (!hasLinks.current) onClose();
      }}
    >
      <Select
        label={t('report')}
        allowDeselect={false}
        value={reportId}
        onChange={setReportId}
        data={structures.map(({ report }) => ({
          value: report.id,
          label: `${report.title} (${report.year})`,
        }))}
      />
      <DaysSelect days={days} onChange={setDays} />
    </ImportDialog>
  );
}
