import { Button, Select, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReports } from '#client/api/useReports.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import type { ComparedSide, Moment } from '#shared/api/comparison.ts';
import { ReportId } from '#shared/model/ids.ts';
import classes from './compare.module.css';
import type { Side } from './Side.ts';
import { useMoments } from './useComparison.ts';

const now = 'now';
const custom = 'custom';
const shownPeople = 2;
const inputFormat = 'YYYY-MM-DDTHH:mm:ss';

type Props = {
  name: 'before' | 'after';
  side: Side;
  /** What the answer says about this side; undefined until there is one. */
  compared: ComparedSide | undefined;
  onChange(side: Side): void;
};

/** Which report and which moment stand on one side. */
export function SidePicker({ name, side, compared, onChange }: Props) {
  const { t } = useTranslation('compare');
  const reports = useReports();
  const moments = useMoments(side.reportId);
  const describe = useMomentText();
  const [isAsking, setIsAsking] = useState(false);
  const listed = moments.data?.pages.flatMap((page) => page.moments) ?? [];
  const isListed = listed.some(({ endTime }) => endTime === side.time);
  const isCustom = isAsking || (side.time !== null && !isListed && !moments.isPending);
  const note = compared?.reportId === side.reportId && compared.time === side.time ? compared : undefined;

  function choose(value: string | null): void {
    setIsAsking(value === custom);
    if (value === now) onChange({ ...side, time: null });
    else if (value !== null && value !== custom) onChange({ ...side, time: Number(value) });
  }

  return (
    <fieldset className={classes.side}>
      <legend className={classes.sideName}>{t(`side.${name}`)}</legend>
      <Select
        label={t('picker.report')}
        allowDeselect={false}
        value={side.reportId}
        data={(reports.data?.reports ?? []).map(({ report }) => ({
          value: report.id,
          label: `${report.year}. ${report.title}`,
        }))}
        onChange={(value) => {
          const reportId = ReportId.safeParse(value);
          if (!reportId.success) return;
          setIsAsking(false);
          onChange({ reportId: reportId.data, time: null });
        }}
      />
      <Select
        label={t('picker.moment')}
        allowDeselect={false}
        maxDropdownHeight={320}
        value={isCustom ? custom : side.time === null ? now : String(side.time)}
        data={[
          { value: now, label: t('picker.now') },
          { value: custom, label: t('picker.custom') },
          { group: t('picker.work'), items: readItems(listed, describe) },
        ]}
        onChange={choose}
      />
      {isCustom && (
        <TimeField
          key={side.time}
          time={side.time}
          onChange={(time) => {
            setIsAsking(false);
            onChange({ ...side, time });
          }}
        />
      )}
      {moments.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.earlier}
          loading={moments.isFetchingNextPage}
          onClick={() => void moments.fetchNextPage()}
        >
          {t('picker.earlier')}
        </Button>
      )}
      {note?.isBlank && <SideNote text={t('note.blank')} />}
      {note?.isFuture && <SideNote text={t('note.future')} />}
    </fieldset>
  );
}

function readItems(moments: readonly Moment[], describe: (moment: Moment) => string) {
  const items = new Map(moments.map((moment) => [String(moment.endTime), describe(moment)]));
  return [...items].map(([value, label]) => ({ value, label }));
}

function SideNote({ text }: { text: string }) {
  return (
    <p className={classes.sideNote}>
      <IconInfoCircle size={16} aria-hidden /> {text}
    </p>
  );
}

/** Taken over by Enter or by leaving it, not at each key. */
function TimeField({ time, onChange }: { time: number | null; onChange: (time: number) => void }) {
  const { t } = useTranslation('compare');
  const [text, setText] = useState(dayjs(time ?? undefined).format(inputFormat));
  const take = () => {
    const typed = Date.parse(text);
    // The field knows no milliseconds: the whole second is meant.
    if (!Number.isNaN(typed) && typed >= 0 && typed + 999 !== time) onChange(typed + 999);
  };
  return (
    <TextInput
      type="datetime-local"
      step={1}
      label={t('picker.time')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}

/** «12.03.2026, 14:05 · Олена, Ігор та ще 2 · 48 змін». */
function useMomentText(): (moment: Moment) => string {
  const { t } = useTranslation('compare');
  const formatTime = useFormatTime();
  return ({ endTime, people, changeCount }) => {
    const names = people.slice(0, shownPeople).map((name) => name ?? t('picker.server'));
    const rest = people.length - names.length;
    const joined = names.join(', ');
    return t('picker.session', {
      time: formatTime(new Date(endTime).toISOString()),
      people: rest === 0 ? joined : t('picker.andMore', { names: joined, count: rest }),
      count: changeCount,
    });
  };
}
