import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { tryParsePeriod } from '#shared/language/periodText.ts';
import { CalendarDate } from '#shared/model/structure.ts';
import { useCalendarLabels } from './useCalendarLabels.ts';
import 'dayjs/locale/uk';
import '@mantine/dates/styles.css';

type Props = Omit<DateInputProps, 'value' | 'onChange'> & {
  /** YYYY-MM-DD, or null for none. */
  value: string | null;
  onChange(day: string | null): void;
};

/** A field for one day, typed in any of the ways that the tables take or chosen in the calendar. */
export function DayInput({ value, onChange, ...props }: Props) {
  const { t } = useTranslation('conflict');
  const language = useLanguage();
  const calendarLabels = useCalendarLabels();
  return (
    <DateInput
      placeholder={t('calendar.placeholder')}
      valueFormat="DD.MM.YYYY"
      locale={language}
      firstDayOfWeek={1}
      ariaLabels={calendarLabels}
      dateParser={readDay}
      clearable
      {...props}
      value={value}
      onChange={onChange}
    />
  );
}

function readDay(text: string): string | null {
  const parse = tryParsePeriod(text, new Date().getFullYear());
  return parse.ok && CalendarDate.safeParse(parse.period).success ? parse.period : null;
}
