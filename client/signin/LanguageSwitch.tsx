import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '#client/i18n/setup.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import type { Language } from '#shared/errors/AppError.ts';

const languages = ['uk', 'en'] as const satisfies Language[];

export function LanguageSwitch() {
  const { t } = useTranslation('common');
  const language = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('menu.language')}
      value={language}
      onChange={(value) => void changeLanguage(value === 'en' ? 'en' : 'uk')}
      data={languages.map((value) => ({ value, label: <span lang={value}>{t(`language.${value}`)}</span> }))}
    />
  );
}
