import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypeCsv,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { buildPath } from '#client/api/client.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { csvTables } from '#shared/export/ExportFile.ts';
import { exportFormats } from '#shared/export/exportFormats.ts';
import { PersonalDataDialog } from './PersonalDataDialog.tsx';
import { documentFormats, useExportDocument } from './useExportDocument.tsx';

const flavours = ['excel', 'standard'] as const;

/** The final tables as files, made by the server from what is stored there. Short: a picture instead of a word. */
export function ExportMenu({ isShort = false }: { isShort?: boolean }) {
  const { t } = useTranslation('common');
  const { structure } = useReport();
  const { t: tExports } = useTranslation('exports');
  const documents = useExportDocument();
  const reportId = structure.report.id;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          {isShort ? (
            <ActionIcon variant="subtle" color="gray" size="lg" my="auto" aria-label={t('export.open')}>
              <IconDownload size={20} stroke={1.7} aria-hidden />
            </ActionIcon>
          ) : (
            <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('export.open')}
            </Button>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          <div role="group" aria-label={tExports('documents')}>
            <Menu.Label>{tExports('documents')}</Menu.Label>
            {documentFormats.map((format) => (
              <Menu.Item
                key={format}
                leftSection={<IconFileText size={16} aria-hidden />}
                onClick={() => void documents.save(format)}
              >
                {tExports(`format.${format}`)}
              </Menu.Item>
            ))}
            <Menu.Item
              leftSection={<IconFileText size={16} aria-hidden />}
              onClick={() => void documents.save('docx', { isDraft: true })}
            >
              {tExports('draftDocx')}
            </Menu.Item>
          </div>
          <Menu.Divider />
          <Menu.Item
            component="a"
            href={buildPath(exportFormats.xlsx.path, { reportId })}
            download
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          >
            {t('export.xlsx')}
          </Menu.Item>
          {flavours.map((flavour) => (
            <div key={flavour} role="group" aria-label={t(`export.${flavour}Csv`)}>
              <Menu.Divider />
              <Menu.Label>{t(`export.${flavour}Csv`)}</Menu.Label>
              {csvTables.map((table) => (
                <Menu.Item
                  key={table}
                  component="a"
                  href={`${buildPath(exportFormats.csv.path, { reportId })}?table=${table}&flavour=${flavour}`}
                  download
                  leftSection={<IconFileTypeCsv size={16} aria-hidden />}
                >
                  {t(`export.${table}`)}
                </Menu.Item>
              ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      {documents.isAsking && <PersonalDataDialog onDecide={documents.decide} />}
    </>
  );
}
