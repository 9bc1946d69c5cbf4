import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeMail, useMailSettings } from '#client/api/mail.ts';
import { Section } from '#client/control/Section.tsx';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { MailLanguage, type MailSettings, mailPaths } from '#shared/api/mail.ts';
import { AddressForm } from './AddressForm.tsx';
import classes from './mail.module.css';

/** Where one gets mail; with the path of somebody's settings, for an administrator, where they do. */
export function MailAddress({ path = mailPaths.settings }: { path?: string }) {
  const { t } = useTranslation('mail');
  const language = useLanguage();
  const { data, error } = useMailSettings(path);
  const change = useChangeMail(path);
  const [isOther, setOther] = useState(false);
  const isOwn = path === mailPaths.settings;
  const address = data?.address ?? null;
  const put = (text: string) =>
    change.mutate(
      { method: 'PUT', body: { address: text, language: address?.language ?? language } },
      { onSuccess: () => setOther(false) },
    );
  return (
    <Section title={t('title')}>
      {data?.isOn === false && <p className={classes.text}>{t('off')}</p>}
      {data?.isOn === true && (
        <>
          {address === null && <p className={classes.text}>{t(isOwn ? 'lead' : 'ofUser.lead')}</p>}
          {address !== null && <AddressState address={address} isOwn={isOwn} />}
          {(address === null || isOther || address.state === 'failed') && (
            <AddressForm
              label={t('address')}
              submit={t('send')}
              initial={isOther ? '' : (address?.address ?? '')}
              isBusy={change.isPending && change.variables.method === 'PUT'}
              onSubmit={put}
            />
          )}
          {address !== null && (
            <>
              {isOwn && (
                <NativeSelect
                  className={classes.language ?? ''}
                  label={t('language')}
                  w={300}
                  value={address.language}
                  data={[
                    { value: 'uk', label: 'Українська' },
                    { value: 'en', label: 'English' },
                  ]}
                  onChange={(event) =>
                    change.mutate({
                      method: 'PATCH',
                      body: { language: MailLanguage.parse(event.currentTarget.value) },
                    })
                  }
                />
              )}
              <Group gap="sm" mt="sm">
                {(address.state === 'asked' || address.state === 'waiting') && (
                  <Button variant="default" onClick={() => put(address.address)}>
                    {t('again')}
                  </Button>
                )}
                {isOwn && (address.state === 'confirmed' || address.state === 'stopped') && (
                  <Button
                    variant="default"
                    onClick={() =>
                      change.mutate({ method: 'PATCH', body: { isStopped: address.state === 'confirmed' } })
                    }
                  >
                    {t(address.state === 'confirmed' ? 'stop' : 'resume')}
                  </Button>
                )}
                {address.state !== 'failed' && (
                  <Button variant="default" onClick={() => setOther(!isOther)}>
                    {t(isOther ? 'keep' : 'change')}
                  </Button>
                )}
                <Button variant="default" onClick={() => change.mutate({ method: 'DELETE' })}>
                  {t('remove')}
                </Button>
              </Group>
            </>
          )}
        </>
      )}
      <FormError error={error ?? change.error} />
    </Section>
  );
}

type StateProps = { address: NonNullable<MailSettings['address']>; isOwn: boolean };

/** What becomes of mail to this address, said aloud when it changes. */
function AddressState({ address: { address, state, error }, isOwn }: StateProps) {
  const { t } = useTranslation('mail');
  const isOfUser = !isOwn && (state === 'asked' || state === 'stopped');
  return (
    <div role="status">
      <p className={classes.text} data-state={state}>
        {t(isOfUser ? `ofUser.${state}` : `state.${state}`, { address })}
      </p>
      {error !== null && <p className={classes.said}>{t('said', { error })}</p>}
    </div>
  );
}
