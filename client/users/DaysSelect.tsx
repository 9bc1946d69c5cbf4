import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const choices = [1, 3, 7, 14, 30];
export const usualDays = 7;

/** For how long a link works. */
export function DaysSelect({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const { t } = useTranslation('access');
  return (
    <Select
      label={t('days.label')}
      w={160}
      allowDeselect={false}
      value={String(days)}
      onChange={(value) => onChange(Number(value ?? usualDays))}
      data={choices.map((count) => ({ value: String(count), label: t('days.value', { count }) }))}
    />
  );
}
