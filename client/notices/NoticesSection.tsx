import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNoticeChoices, useSetNoticeChoices } from '#client/api/notices.ts';
import { Section } from '#client/control/Section.tsx';
import { Problem } from '#client/submission/Problem.tsx';
import { NoticeKind } from '#shared/api/notices.ts';

/** What a person wants to be told. Each is kept as soon as it is pressed. */
export function NoticesSection() {
  const { t } = useTranslation('notices');
  const { data, error } = useNoticeChoices();
  const set = useSetNoticeChoices();
  const off = new Set(set.isPending ? set.variables.off : data?.off);
  return (
    <Section title={t('choices.title')}>
      <Problem error={error ?? set.error} />
      <Stack gap={8}>
        {NoticeKind.options.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`choices.${kind}`)}
            checked={!off.has(kind)}
            disabled={data === undefined || set.isPending}
            onChange={({ currentTarget: { checked } }) => {
              const next = NoticeKind.options.filter((one) => (one === kind ? !checked : off.has(one)));
              set.mutate({ off: next });
            }}
          />
        ))}
      </Stack>
    </Section>
  );
}
