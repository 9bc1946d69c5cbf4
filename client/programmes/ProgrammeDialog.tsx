import { ActionIcon, Button, Fieldset, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { FormActions } from '#client/ui/FormActions.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { ProgrammeAnswer, type ProgrammeChangeRequest } from '#shared/api/structure.ts';
import type { Programme } from '#shared/model/structure.ts';
import { readProgrammeFields } from '#shared/structure/changeProgramme.ts';
import classes from './ProgrammesPage.module.css';
import {
  type AmendmentDraft,
  buildProgrammeDraft,
  type ProgrammeDraft,
  readProgrammeDraft,
} from './programmeDraft.ts';
import { programmesKey } from './useProgrammes.ts';

type Props = { programme: Programme; onClose: () => void };

export function ProgrammeDialog({ programme, onClose }: Props) {
  const { t } = useTranslation('programmes');
  const queries = useQueryClient();
  // As it stood when the dialog was opened: whoever changes it meanwhile is not overwritten unseen.
  const [from] = useState(() => readProgrammeFields(programme));
  const [draft, setDraft] = useState(() => buildProgrammeDraft(from));
  const [isAsked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: (body: ProgrammeChangeRequest) =>
      apiFetch(buildPath(apiPaths.programme, { programmeId: programme.id }), ProgrammeAnswer, {
        method: 'PATCH',
        body,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: programmesKey });
      onClose();
    },
    onError: () => queries.invalidateQueries({ queryKey: programmesKey }),
  });
  const read = readProgrammeDraft(draft);
  const wrong = 'wrong' in read ? read.wrong : [];
  const change = (values: Partial<ProgrammeDraft>) => setDraft((now) => ({ ...now, ...values }));
  const changeAmendment = (id: number, values: Partial<AmendmentDraft>) =>
    change({ amendments: draft.amendments.map((one) => (one.id === id ? { ...one, ...values } : one)) });
  const errorOf = (field: string) =>
    isAsked && wrong.includes(field)
      ? t(field.endsWith('ate') ? 'dayWrong' : field.startsWith('period') ? 'yearWrong' : 'textWrong')
      : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if ('fields' in read) save.mutate({ from, to: read.fields });
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={t('dialog')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Textarea
            label={t('name')}
            autosize
            minRows={1}
            data-autofocus
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
            error={errorOf('title')}
          />
          <TextInput
            label={t('community')}
            value={draft.community}
            onChange={(event) => change({ community: event.currentTarget.value })}
            error={errorOf('community')}
          />
          <Group grow align="start">
            <TextInput
              label={t('firstYear')}
              inputMode="numeric"
              value={draft.firstYear}
              onChange={(event) => change({ firstYear: event.currentTarget.value })}
              error={errorOf('periodStart')}
            />
            <TextInput
              label={t('lastYear')}
              inputMode="numeric"
              value={draft.lastYear}
              onChange={(event) => change({ lastYear: event.currentTarget.value })}
              error={errorOf('periodEnd')}
            />
            <TextInput
              label={t('decisionNumber')}
              value={draft.decisionNumber}
              onChange={(event) => change({ decisionNumber: event.currentTarget.value })}
              error={errorOf('decisionNumber')}
            />
            <TextInput
              label={t('decisionDate')}
              placeholder={t('dayPlaceholder')}
              value={draft.decisionDate}
              onChange={(event) => change({ decisionDate: event.currentTarget.value })}
              error={errorOf('decisionDate')}
            />
          </Group>
          <Fieldset legend={t('amendments')}>
            <Stack gap="sm">
              {draft.amendments.map((amendment, index) => (
                <div key={amendment.id} className={classes.amendment}>
                  <TextInput
                    label={t('amendmentNumber', { index: index + 1 })}
                    value={amendment.number}
                    onChange={(event) => changeAmendment(amendment.id, { number: event.currentTarget.value })}
                    error={errorOf(`amendments.${index}.number`)}
                  />
                  <TextInput
                    label={t('amendmentDate', { index: index + 1 })}
                    placeholder={t('dayPlaceholder')}
                    value={amendment.date}
                    onChange={(event) => changeAmendment(amendment.id, { date: event.currentTarget.value })}
                    error={errorOf(`amendments.${index}.date`)}
                  />
                  <TextInput
                    label={t('amendmentSubject', { index: index + 1 })}
                    value={amendment.subject}
                    onChange={(event) =>
                      changeAmendment(amendment.id, { subject: event.currentTarget.value })
                    }
                    error={errorOf(`amendments.${index}.subject`)}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    className={classes.remove}
                    aria-label={t('removeAmendment', { index: index + 1 })}
                    onClick={() =>
                      change({ amendments: draft.amendments.filter(({ id }) => id !== amendment.id) })
                    }
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </div>
              ))}
              <Button
                variant="default"
                size="xs"
                w="fit-content"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() =>
                  change({
                    amendments: [
                      ...draft.amendments,
                      { id: draft.nextId, number: '', date: '', subject: '' },
                    ],
                    nextId: draft.nextId + 1,
                  })
                }
              >
                {t('addAmendment')}
              </Button>
            </Stack>
          </Fieldset>
          <FormActions submit={t('save')} error={save.error} isSending={save.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
