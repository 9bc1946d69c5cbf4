import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import type { Actor } from '#shared/model/user.ts';
import { buildConnectSnippet } from './buildConnectSnippet.ts';
import classes from './ProfilePage.module.css';

/** How another program takes part in a sheet. */
export function ConnectSection({ actor }: { actor: Actor }) {
  const { t } = useTranslation('profile');
  return (
    <Section title={t('connect.title')}>
      <p className={classes.text}>{t('connect.text')}</p>
      <Code block aria-label={t('connect.label')} tabIndex={0}>
        {buildConnectSnippet(actor, location.origin)}
      </Code>
    </Section>
  );
}
