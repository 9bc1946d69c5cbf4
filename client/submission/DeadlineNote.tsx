import { IconAlarm } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import type { Language } from '#shared/errors/AppError.ts';
import { computeDaysLeft } from '#shared/submission/computeDaysLeft.ts';
import classes from './submission.module.css';

const formats: Record<Language, Intl.DateTimeFormat> = { uk: buildFormat('uk'), en: buildFormat('en-GB') };
/** From so few days on the deadline is marked. */
const urgentDays = 3;

/** «Подати до 15 січня, лишилося 3 дні». The year is said where it is another than today's. */
export function DeadlineNote({ deadline }: { deadline: string }) {
  const { t } = useTranslation('submission');
  const language = useLanguage();
  const days = computeDaysLeft(deadline, new Date());
  const day = new Date(`${deadline}T00:00:00Z`);
  const isThisYear = day.getUTCFullYear() === new Date().getFullYear();
  const printed = formats[language].format(day) + (isThisYear ? '' : ` ${day.getUTCFullYear()}`);
  const left =
    days === 0
      ? t('deadline.today')
      : days > 0
        ? t('deadline.left', { count: days })
        : t('deadline.over', { count: -days });
  const isUrgent = days <= urgentDays;
  return (
    <span className={classes.due} data-urgent={isUrgent || undefined}>
      {isUrgent && <IconAlarm size={15} stroke={1.8} aria-hidden className={classes.icon} />}
      <time dateTime={deadline}>{t('deadline.until', { day: printed })}</time>, {left}
    </span>
  );
}

function buildFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
}
