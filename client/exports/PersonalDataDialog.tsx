import { Box, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { useErrorText } from '#client/api/useErrorText.ts';
import { rowLink } from '#client/app/links.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { apiPaths, PersonalDataAnswer } from '#shared/api/contract.ts';
import classes from './PersonalDataDialog.module.css';

type Finding = PersonalDataAnswer['findings'][number];

/** Lists what looks like personal data, and asks whether it may be published. */
export function PersonalDataDialog({ onDecide }: { onDecide: (isAccepted: boolean) => void }) {
  const { t } = useTranslation('exports');
  const { structure } = useReport();
  const errorText = useErrorText();
  const path = buildPath(apiPaths.personalData, { reportId: structure.report.id });
  const { data, error } = useQuery({
    queryKey: ['personal-data', structure.report.id],
    queryFn: () => apiFetch(path, PersonalDataAnswer, { isLive: true }),
    gcTime: 0,
  });
  return (
    <Modal opened onClose={() => onDecide(false)} title={t('personal.title')} size="lg">
      <Stack gap="sm">
        <Text size="sm">{t('personal.why')}</Text>
        {error !== null && <Text size="sm">{errorText(error)}</Text>}
        {data === undefined && error === null && <Loader size="sm" aria-label={t('personal.looking')} />}
        {data !== undefined && (
          // Scrolled by keys as well.
          <Box component="ul" className={classes.list} tabIndex={0} aria-label={t('personal.title')}>
            {data.findings.map((finding) => (
              <li key={JSON.stringify(finding)} className={classes.finding}>
                <span className={classes.quote}>{finding.quote}</span>
                <span className={classes.place}>
                  {t(`personal.kind.${finding.kind}`)} · <Place finding={finding} />
                </span>
              </li>
            ))}
          </Box>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => onDecide(false)}>
            {t('personal.cancel')}
          </Button>
          <Button disabled={data === undefined} onClick={() => onDecide(true)}>
            {t('personal.publish')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Place({ finding: { place } }: { finding: Finding }) {
  const { t } = useTranslation('exports');
  const { structure } = useReport();
  switch (place.in) {
    case 'text':
      return t('personal.inText', { number: String(place.directionNumber) });
    case 'signature':
      return t('personal.inSignature');
    case 'row':
      return (
        <Link to={rowLink(structure.report.id, place.table, place.rowId)}>
          {t('personal.inRow', { number: String(place.rowNumber), organisation: place.organisation })}
        </Link>
      );
  }
}
