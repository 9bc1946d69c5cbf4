import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../import.module.css';
import { ChangesTable } from './ChangesTable.tsx';
import { FileNotes } from './FileNotes.tsx';
import { OrganisationChoices } from './OrganisationChoices.tsx';
import type { PreviewProps } from './PreviewProps.ts';
import { QuestionList } from './QuestionList.tsx';

/** What would happen, before it does: numbers, what has to be decided, each change, and what is left out. */
export function PreviewStep(props: Omit<PreviewProps, 'plan'>) {
  const { t } = useTranslation('imports');
  const { state, edits } = props.flow;
  const { plan } = state;
  if (plan === null || edits === null) return null;
  const { changedCount, addedCount, deletedCount, leftCount } = edits;
  const isSame = plan.plan.lines.length === 0;
  const parts = [
    changedCount > 0 && t('preview.changed', { count: changedCount }),
    addedCount > 0 && t('preview.added', { count: addedCount }),
    deletedCount > 0 && t('preview.deleted', { count: deletedCount }),
    leftCount > 0 && t('preview.left', { count: leftCount }),
    plan.plan.unchangedCount > 0 && t('preview.unchanged', { count: plan.plan.unchangedCount }),
  ].filter((part) => part !== false);
  return (
    <>
      <p className={classes.summary} role="status">
        {isSame ? t(plan.hasIds ? 'preview.nothing' : 'preview.nothingNew') : parts.join(' · ')}
      </p>
      {plan.plan.organisations.length > 0 && state.ownOrganisationId === null && (
        <Text size="sm" className={classes.note}>
          {t('preview.ownerMissing')}
        </Text>
      )}
      <FileNotes {...props} plan={plan} />
      <OrganisationChoices {...props} plan={plan} />
      <QuestionList {...props} plan={plan} />
      <ChangesTable {...props} plan={plan} />
    </>
  );
}
