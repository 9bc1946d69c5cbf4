import { Button, Checkbox, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { useReport, useSaveState } from '#client/sync/ReportContext.tsx';
import { formatError } from '#shared/errors/AppError.ts';
import { isErrorCode } from '#shared/errors/catalogue.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { AcceptTable } from './AcceptTable.tsx';
import { Problem } from './Problem.tsx';
import classes from './submission.module.css';
import { type Refusal, useAcceptance } from './useAcceptance.ts';

type Props = { organisationIds: readonly OrganisationId[]; onAccepted(count: number): void; onClose(): void };

/** Says exactly what is about to be accepted, sheet by sheet. What is refused stays here, with what to do. */
export function AcceptDialog({ organisationIds, onAccepted, onClose }: Props) {
  const { t } = useTranslation(['submission', 'common']);
  const { kind: saving } = useSaveState();
  const acceptance = useAcceptance(organisationIds);
  const [left, setLeft] = useState<ReadonlySet<OrganisationId>>(new Set());
  const { sheets, outdated, refusals, acceptedCount } = acceptance;
  const refused = new Set(refusals.map(({ organisationId }) => organisationId));
  const wanted = (sheets ?? []).map(({ state }) => state.organisationId).filter((id) => !left.has(id));
  const chosen = wanted.filter((id) => !outdated.has(id) && !refused.has(id));
  const isOffline = saving === 'offline' || saving === 'signed-out' || saving === 'other-user';
  const needsLook = outdated.size > 0 && sheets?.some(({ state }) => outdated.has(state.organisationId));

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0 || isOffline || acceptance.isSending) return;
    const isWhole = chosen.length === wanted.length;
    const isDone = await acceptance.accept(chosen);
    // What was wanted and is not accepted yet stays here, to be looked at again.
    if (isDone && isWhole) {
      onAccepted(acceptedCount + chosen.length);
      onClose();
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={organisationIds.length === 1 ? t('accept.titleOne') : t('accept.title')}
      size={1080}
    >
      <form onSubmit={(event) => void send(event)} noValidate>
        <p className={classes.lead}>{t('accept.lead')}</p>
        <Problem error={acceptance.error} />
        {acceptedCount > 0 && <p className={classes.plain}>{t('accept.done', { count: acceptedCount })}</p>}
        {refusals.length > 0 && <Refusals refusals={refusals} />}
        {needsLook && refusals.length === 0 && (
          <p role="alert" className={classes.doubt}>
            <IconAlertTriangle size={16} aria-hidden className={classes.icon} />
            {t('accept.outdated')}
          </p>
        )}
        {sheets === null ? (
          acceptance.error === null && (
            <p role="status" className={classes.hint}>
              {t('accept.loading')}
            </p>
          )
        ) : (
          <AcceptTable
            sheets={sheets}
            renderChoice={(organisation) => (
              <Checkbox
                size="xs"
                aria-label={t('accept.choose', { organisation: organisation.shortName })}
                checked={chosen.includes(organisation.id)}
                disabled={outdated.has(organisation.id) || refused.has(organisation.id)}
                onChange={({ currentTarget: { checked } }) =>
                  setLeft((before) => {
                    const next = new Set(before);
                    if (checked) next.delete(organisation.id);
                    else next.add(organisation.id);
                    return next;
                  })
                }
              />
            )}
          />
        )}
        <div className={classes.foot}>
          <div className={classes.status} role="status">
            {isOffline && t('accept.offline')}
            {!isOffline && sheets !== null && chosen.length === 0 && t('accept.none')}
          </div>
          <Button variant="default" onClick={onClose}>
            {acceptedCount > 0 ? t('common:close') : t('common:cancel')}
          </Button>
          {(needsLook || refusals.length > 0 || acceptance.error !== null) && (
            <Button variant="default" onClick={acceptance.look}>
              {t('accept.again')}
            </Button>
          )}
          <Button
            type="submit"
            loading={acceptance.isSending}
            disabled={chosen.length === 0 || isOffline}
            data-autofocus
          >
            {t('accept.confirm', { count: chosen.length })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  const { t } = useTranslation('submission');
  const language = useLanguage();
  const { structure } = useReport();
  const names = new Map(structure.organisations.map(({ id, shortName }) => [id, shortName]));
  return (
    <div role="alert" className={classes.doubt}>
      {t('accept.refused', { count: refusals.length })}
      <ul>
        {refusals.map(({ organisationId, code, parameters }) => (
          <li key={organisationId}>
            <strong>{names.get(organisationId) ?? organisationId}.</strong>{' '}
            {isErrorCode(code) ? formatError(code, parameters, language) : code}
          </li>
        ))}
      </ul>
    </div>
  );
}
