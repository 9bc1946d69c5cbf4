import { Button, Checkbox, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remindersQuery, sendReminders } from '#client/api/reminders.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { OrganisationId } from '#shared/model/ids.ts';
import { Problem } from './Problem.tsx';
import classes from './submission.module.css';

/** Who has not submitted, with the people who will be told; whom one leaves out is not. */
export function RemindDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['notices', 'common']);
  const { structure } = useReport();
  const formatTime = useFormatTime();
  const queries = useQueryClient();
  const query = remindersQuery(structure.report.id);
  const { data, error } = useQuery(query);
  const [left, setLeft] = useState<ReadonlySet<OrganisationId>>(new Set());
  const names = new Map(structure.organisations.map(({ id, shortName }) => [id, shortName]));
  const sheets = data?.sheets ?? [];
  const possible = sheets.filter(({ people, isRemindedToday }) => people.length > 0 && !isRemindedToday);
  const chosen = possible.map(({ organisationId }) => organisationId).filter((id) => !left.has(id));
  const send = useMutation({
    mutationFn: () => sendReminders(structure.report.id, { organisationIds: chosen }),
    onSuccess: (list) => {
      queries.setQueryData(query.queryKey, list);
      notifications.show({ id: 'reminders', message: t('remind.done', { count: chosen.length }) });
      onClose();
    },
  });

  return (
    <Modal opened onClose={onClose} title={t('remind.title')} size={620}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (chosen.length > 0 && !send.isPending) send.mutate();
        }}
      >
        <p className={classes.lead}>{t('remind.lead')}</p>
        <Problem error={error ?? send.error} />
        {data !== undefined && sheets.length === 0 && <p className={classes.hint}>{t('remind.nobody')}</p>}
        <ul className={classes.people}>
          {sheets.map(({ organisationId, people, lastAt, isRemindedToday }) => (
            <li key={organisationId}>
              <Checkbox
                size="xs"
                label={names.get(organisationId) ?? organisationId}
                description={
                  people.length === 0
                    ? t('remind.noEditors')
                    : [
                        people.map(({ name }) => name ?? t('nameless')).join(', '),
                        ...(lastAt === null
                          ? []
                          : [
                              t(isRemindedToday ? 'remind.today' : 'remind.last', {
                                time: formatTime(lastAt),
                              }),
                            ]),
                      ].join(' · ')
                }
                checked={chosen.includes(organisationId)}
                disabled={people.length === 0 || isRemindedToday}
                onChange={({ currentTarget: { checked } }) =>
                  setLeft((before) => {
                    const next = new Set(before);
                    if (checked) next.delete(organisationId);
                    else next.add(organisationId);
                    return next;
                  })
                }
              />
            </li>
          ))}
        </ul>
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={send.isPending} disabled={chosen.length === 0} data-autofocus>
            {t('remind.send', { count: chosen.length })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
