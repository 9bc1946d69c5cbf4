import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { Section } from '#client/control/Section.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { FactorState } from '#shared/api/secondFactor.ts';
import { FactorRemoval } from './FactorRemoval.tsx';
import { FactorRenewal } from './FactorRenewal.tsx';
import { FactorSetup } from './FactorSetup.tsx';
import classes from './ProfilePage.module.css';
import { sessionsKey } from './SessionsSection.tsx';

const factorKey = ['profile', 'second-factor'] as const;

/** One's own second factor: turned on with a phone in hand, off by one of its codes. */
export function SecondFactorSection() {
  const { t } = useTranslation('factor');
  const queries = useQueryClient();
  const [isRemoved, setRemoved] = useState(false);
  const [isRenewing, setRenewing] = useState(false);
  const state = useQuery({
    queryKey: factorKey,
    queryFn: () => apiFetch(apiPaths.secondFactor, FactorState),
  });
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: factorKey });
    await queries.invalidateQueries({ queryKey: sessionsKey });
  };
  return (
    <Section title={t('title')}>
      <p className={classes.text}>{t('text')}</p>
      <FormError error={state.error} />
      {state.data?.isOn === false && <FactorSetup onDone={() => void refresh()} />}
      {state.data?.isOn === true && (
        <>
          <p className={classes.text}>
            {t('on')} {t('left', { count: state.data.recoveryCodesLeft })}
          </p>
          {isRenewing ? (
            <FactorRenewal
              onCancel={() => setRenewing(false)}
              onDone={() => {
                setRenewing(false);
                void refresh();
              }}
            />
          ) : (
            <>
              <Button variant="default" mb="md" onClick={() => setRenewing(true)}>
                {t('renewStart')}
              </Button>
              <FactorRemoval
                onDone={() => {
                  setRemoved(true);
                  void refresh();
                }}
              />
            </>
          )}
        </>
      )}
      <p role="status" className={classes.status}>
        {isRemoved && state.data?.isOn === false && t('removed')}
      </p>
    </Section>
  );
}
