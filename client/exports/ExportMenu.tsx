import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypeCsv,
  IconListCheck,
} from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exportLink } from '#client/app/links.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { csvTables, type ExportFile } from '#shared/export/ExportFile.ts';
import { exportUrl } from './exportUrl.ts';
import { PersonalDataDialog } from './PersonalDataDialog.tsx';
import { useExportDocument } from './useExportDocument.tsx';

const documentFormats = ['docx', 'pdf', 'html', 'markdown', 'open-data'] as const;
const flavours = ['excel', 'standard'] as const;

/** The final tables as files, made by the server from what is stored there. Short: a picture instead of a word. */
export function ExportMenu({ isShort = false }: { isShort?: boolean }) {
  const { t } = useTranslation('common');
  const { structure } = useReport();
  const { t: tExports } = useTranslation('exports');
  const documents = useExportDocument();
  const reportId = structure.report.id;
  /** A plain address, to be copied or opened elsewhere; a click also says what is going on, and why not. */
  const linkTo = (file: ExportFile) => ({
    href: exportUrl(reportId, file),
    download: true,
    onClick(event: MouseEvent) {
      event.preventDefault();
      void documents.save(file);
    },
  });
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
          <Menu.Item
            component={Link}
            to={exportLink(reportId)}
            leftSection={<IconListCheck size={16} aria-hidden />}
          >
            {tExports('page.open')}
          </Menu.Item>
          <Menu.Divider />
          <div role="group" aria-label={tExports('documents')}>
            <Menu.Label>{tExports('documents')}</Menu.Label>
            {documentFormats.map((format) => (
              <Menu.Item
                key={format}
                leftSection={<IconFileText size={16} aria-hidden />}
                onClick={() => void documents.save({ format })}
              >
                {tExports(`format.${format}`)}
              </Menu.Item>
            ))}
            <Menu.Item
              leftSection={<IconFileText size={16} aria-hidden />}
              onClick={() => void documents.save({ format: 'docx' }, { isDraft: true })}
            >
              {tExports('draftDocx')}
            </Menu.Item>
          </div>
          <Menu.Divider />
          <Menu.Item
            component="a"
            {...linkTo({ format: 'xlsx' })}
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
                  {...linkTo({ format: 'csv', table, flavour })}
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
