import { SegmentedControl } from '@mantine/core';
import { DatePicker, type DatePickerProps } from '@mantine/dates';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useCalendarLabels } from '#client/ui/useCalendarLabels.ts';
import { Period, periodBounds } from '#shared/model/period.ts';
import classes from './editors.module.css';
import 'dayjs/locale/uk';
import '@mantine/dates/styles.css';

type Props = {
  value: Period | null;
  onPick(period: Period): void;
  onClose(): void;
};

const kinds = ['day', 'span'] as const;
type Kind = (typeof kinds)[number];

/** A month to choose a day in, or the first and the last day of a span. Arrows move between days, Esc goes back. */
export function PeriodCalendar({ value, onPick, onClose }: Props) {
  const { t } = useTranslation('conflict');
  const language = useLanguage();
  const { report } = useReport().structure;
  const panel = useRef<HTMLDivElement>(null);
  const bounds = value === null ? null : periodBounds(value);
  const [kind, setKind] = useState<Kind>(bounds !== null && bounds.start !== bounds.end ? 'span' : 'day');
  const [span, setSpan] = useState<[string | null, string | null]>([
    bounds?.start ?? null,
    bounds?.end ?? null,
  ]);

  useEffect(() => {
    const days = '.mantine-DatePicker-day';
    const day =
      panel.current?.querySelector<HTMLElement>(`${days}[data-selected], ${days}[data-first-in-range]`) ??
      panel.current?.querySelector<HTMLElement>(`${days}:not([data-outside])`);
    day?.focus();
  }, []);

  const labels = useCalendarLabels();
  const shared = {
    locale: language,
    ariaLabels: labels,
    firstDayOfWeek: 1,
    // Red means wrong here, and a Sunday is not.
    weekendDays: [],
    hideOutsideDates: true,
    defaultDate: bounds?.start ?? firstMonth(report.year),
  } satisfies DatePickerProps;
  const handleKey = (event: KeyboardEvent) => {
    if (event.code !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      ref={panel}
      className={classes.calendar}
      role="dialog"
      aria-label={t('calendar.label')}
      onKeyDown={handleKey}
    >
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('calendar.kind')}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen === 'span' ? 'span' : 'day');
          setSpan([null, null]);
        }}
        data={kinds.map((name) => ({ value: name, label: t(`calendar.${name}`) }))}
      />
      {kind === 'day' ? (
        <DatePicker
          {...shared}
          value={bounds?.start ?? null}
          onChange={(day) => day !== null && onPick(Period.parse(day))}
        />
      ) : (
        <>
          <DatePicker
            {...shared}
            type="range"
            allowSingleDateInRange
            value={span}
            onChange={(next) => {
              setSpan(next);
              const [start, end] = next;
              if (start !== null && end !== null)
                onPick(Period.parse(start === end ? start : `${start}/${end}`));
            }}
          />
          <p className={classes.hint} role="status">
            {t(span[0] !== null && span[1] === null ? 'calendar.end' : 'calendar.start')}
          </p>
        </>
      )}
    </div>
  );
}

/** Where looking begins: this month in the year it belongs to, else the report's January. */
function firstMonth(reportYear: number): string {
  const now = new Date();
  const month = now.getFullYear() === reportYear ? now.getMonth() + 1 : 1;
  return `${reportYear}-${String(month).padStart(2, '0')}-01`;
}
