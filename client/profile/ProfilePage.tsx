import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/api/useSession.ts';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { Section } from '#client/control/Section.tsx';
import { MailAddress } from '#client/mail/MailAddress.tsx';
import { NoticesSection } from '#client/notices/NoticesSection.tsx';
import { LanguageSwitch } from '#client/signin/LanguageSwitch.tsx';
import { ThemeSwitch } from '#client/signin/ThemeSwitch.tsx';
import { ConnectSection } from './ConnectSection.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { MembershipsSection } from './MembershipsSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import classes from './ProfilePage.module.css';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';
import { TokensSection } from './TokensSection.tsx';

/** What a person may, and what is theirs to manage: password, sessions, tokens. */
export function ProfilePage() {
  const { t } = useTranslation('profile');
  const actor = useSession().data?.actor ?? null;
  if (actor === null) return <LoadingPage />;
  return (
    <div className={classes.page}>
      <title>{t('title')}</title>
      <h1 className="page-title">{actor.name}</h1>
      <MembershipsSection actor={actor} />
      <Section title={t('appearance.title')}>
        <Group gap="md">
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
      </Section>
      <MailAddress />
      <NoticesSection />
      <PasswordSection />
      <IdentitySection />
      <SecondFactorSection />
      <SessionsSection />
      <TokensSection />
      <ConnectSection actor={actor} />
    </div>
  );
}
