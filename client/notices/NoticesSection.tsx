import { Checkbox, Stack, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMailSettings } from '#client/api/mail.ts';
import { useNoticeChoices, useSetNoticeChoices } from '#client/api/notices.ts';
import { Section } from '#client/control/Section.tsx';
import { Problem } from '#client/submission/Problem.tsx';
import { mailPaths } from '#shared/api/mail.ts';
import { type NoticeChoices, NoticeKind } from '#shared/api/notices.ts';
import classes from './notices.module.css';

const channels = [
  { key: 'app', field: 'off' },
  { key: 'mail', field: 'mailOff' },
] as const satisfies { key: string; field: keyof NoticeChoices }[];

/** What a person wants to be told, and where. Each is kept as soon as it is pressed. */
export function NoticesSection() {
  const { t } = useTranslation(['notices', 'mail']);
  const { data, error } = useNoticeChoices();
  const mail = useMailSettings(mailPaths.settings).data;
  const set = useSetNoticeChoices();
  const choices = set.isPending ? set.variables : data;
  const isBusy = data === undefined || set.isPending;
  const choose = (kind: NoticeKind, field: keyof NoticeChoices, isOn: boolean) => {
    if (choices === undefined) return;
    const next = NoticeKind.options.filter((one) => (one === kind ? !isOn : choices[field].includes(one)));
    set.mutate({ ...choices, [field]: next });
  };
  const buildBox = (kind: NoticeKind, field: keyof NoticeChoices) => ({
    checked: !(choices?.[field].includes(kind) ?? false),
    disabled: isBusy,
    onChange: ({ currentTarget: { checked } }: { currentTarget: { checked: boolean } }) =>
      choose(kind, field, checked),
  });
  return (
    <Section title={t('choices.title')}>
      <Problem error={error ?? set.error} />
      {mail?.isOn === true ? (
        <>
          <Table className={classes.choices ?? ''} aria-label={t('choices.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('mail:choices.what')}</Table.Th>
                {channels.map(({ key }) => (
                  <Table.Th key={key} w={110}>
                    {t(`mail:choices.${key}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {NoticeKind.options.map((kind) => (
                <Table.Tr key={kind}>
                  <Table.Td>{t(`choices.${kind}`)}</Table.Td>
                  {channels.map(({ key, field }) => (
                    <Table.Td key={key}>
                      <Checkbox
                        aria-label={t('mail:choices.one', {
                          what: t(`choices.${kind}`),
                          where: t(`mail:choices.${key}`),
                        })}
                        {...buildBox(kind, field)}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {mail.address?.state !== 'confirmed' && (
            <p className={classes.hint}>{t('mail:choices.noAddress')}</p>
          )}
        </>
      ) : (
        <Stack gap={8}>
          {NoticeKind.options.map((kind) => (
            <Checkbox key={kind} label={t(`choices.${kind}`)} {...buildBox(kind, 'off')} />
          ))}
        </Stack>
      )}
    </Section>
  );
}
