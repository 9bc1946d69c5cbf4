import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconBuilding,
  IconFileCertificate,
  IconFilePlus,
  IconLogout,
  IconUser,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changeLanguage } from '#client/i18n/setup.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { can } from '#shared/access/can.ts';
import type { Actor } from '#shared/model/user.ts';
import { pagePaths } from './links.ts';
import { SignOutDialog } from './SignOutDialog.tsx';
import { useSignOut } from './useSignOut.ts';

const schemes = ['auto', 'light', 'dark'] as const;
const languages = ['uk', 'en'] as const;
type Scheme = (typeof schemes)[number];
type Language = (typeof languages)[number];

export function UserMenu({ actor }: { actor: Actor }) {
  const { t } = useTranslation('common');
  const { t: tProgrammes } = useTranslation('programmes');
  const { t: tStructure } = useTranslation('structure');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const language = useLanguage();
  const signOut = useSignOut(actor);
  return (
    <>
      <SignOutDialog signOut={signOut} />
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('menu.open')}>
            <IconUserCircle size={22} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{actor.name}</Menu.Label>
          <Menu.Item component={Link} to={pagePaths.profile} leftSection={<IconUser size={16} aria-hidden />}>
            {t('menu.profile')}
          </Menu.Item>
          {can(actor, { action: 'users.manage' }).allowed && (
            <Menu.Item
              component={Link}
              to={pagePaths.users}
              leftSection={<IconUsers size={16} aria-hidden />}
            >
              {t('menu.users')}
            </Menu.Item>
          )}
          {can(actor, { action: 'organisations.manage' }).allowed && (
            <Menu.Item
              component={Link}
              to={pagePaths.organisations}
              leftSection={<IconBuilding size={16} aria-hidden />}
            >
              {tStructure('city.open')}
            </Menu.Item>
          )}
          {can(actor, { action: 'reports.create' }).allowed && (
            <Menu.Item
              component={Link}
              to={pagePaths.programmes}
              leftSection={<IconFileCertificate size={16} aria-hidden />}
            >
              {tProgrammes('open')}
            </Menu.Item>
          )}
          {can(actor, { action: 'reports.create' }).allowed && (
            <Menu.Item
              component={Link}
              to={pagePaths.newReport}
              leftSection={<IconFilePlus size={16} aria-hidden />}
            >
              {tStructure('create.open')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Label>{t('menu.theme')}</Menu.Label>
          <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as Scheme)}>
            {schemes.map((scheme) => (
              <Menu.RadioItem key={scheme} value={scheme}>
                {t(`theme.${scheme}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Label>{t('menu.language')}</Menu.Label>
          <Menu.RadioGroup value={language} onChange={(code) => void changeLanguage(code as Language)}>
            {languages.map((code) => (
              <Menu.RadioItem key={code} value={code}>
                {t(`language.${code}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut.start}>
            {t('menu.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
