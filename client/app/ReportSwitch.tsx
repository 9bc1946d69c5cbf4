import { Button, Menu } from '@mantine/core';
import {
  IconArrowsDiff,
  IconCheck,
  IconChevronDown,
  IconHistory,
  IconListTree,
  IconMessage,
  IconReportMoney,
  IconRosetteDiscountCheck,
  IconSettings,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useReports } from '#client/api/useReports.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import {
  budgetLink,
  commentsLink,
  compareLink,
  finalisingLink,
  historyLink,
  propertiesLink,
  reportLink,
  structureLink,
} from './links.ts';

/** Which report is open, and the way to another. */
export function ReportSwitch() {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const { t: tHistory } = useTranslation('cellHistory');
  const { t: tComments } = useTranslation('comments');
  const { t: tFinalising } = useTranslation('finalising');
  const { t: tCompare } = useTranslation('compare');
  const { t: tStructure } = useTranslation('structure');
  const { t: tBudget } = useTranslation('budget');
  const { t: tProperties } = useTranslation('properties');
  const { structure, actor } = useReport();
  const { report, programme } = structure;
  const reports = useReports();
  return (
    <Menu position="bottom-start" width={340}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          my="auto"
          px={6}
          c="var(--mantine-color-text)"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`${t('reportSwitch')}: ${t('product')} ${report.year}`}
        >
          {t('product')} {report.year}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{programme.title}</Menu.Label>
        {reports.data?.reports.map(({ report: candidate }) => (
          <Menu.Item
            key={candidate.id}
            component={Link}
            to={reportLink(candidate.id, 'activities')}
            leftSection={
              candidate.id === report.id ? (
                <IconCheck size={14} aria-hidden />
              ) : (
                <span style={{ width: 14 }} />
              )
            }
          >
            {candidate.year}. {candidate.title}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to={compareLink(report.id)}
          leftSection={<IconArrowsDiff size={14} aria-hidden />}
        >
          {tCompare('open')}
        </Menu.Item>
        <Menu.Item
          component={Link}
          to={commentsLink(report.id)}
          leftSection={<IconMessage size={14} aria-hidden />}
        >
          {tComments('open')}
        </Menu.Item>
        <Menu.Item
          component={Link}
          to={historyLink(report.id)}
          leftSection={<IconHistory size={14} aria-hidden />}
        >
          {tHistory('open')}
        </Menu.Item>
        <Menu.Item
          component={Link}
          to={finalisingLink(report.id)}
          leftSection={<IconRosetteDiscountCheck size={14} aria-hidden />}
        >
          {tFinalising('title')}
        </Menu.Item>
        {can(actor, { action: 'report.oversee', reportId: report.id }).allowed && (
          <>
            <Menu.Item
              component={Link}
              to={structureLink(report.id)}
              leftSection={<IconListTree size={14} aria-hidden />}
            >
              {tStructure('open')}
            </Menu.Item>
            <Menu.Item
              component={Link}
              to={budgetLink(report.id)}
              leftSection={<IconReportMoney size={14} aria-hidden />}
            >
              {tBudget('open')}
            </Menu.Item>
            <Menu.Item
              component={Link}
              to={propertiesLink(report.id)}
              leftSection={<IconSettings size={14} aria-hidden />}
            >
              {tProperties('open')}
            </Menu.Item>
          </>
        )}
        {report.isExample && <Menu.Label>{exampleNote.short[language]}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
