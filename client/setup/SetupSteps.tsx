import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './SetupSteps.module.css';

const steps = ['account', 'example', 'done'] as const;

/** Where one is among the three steps. */
export function SetupSteps({ step }: { step: (typeof steps)[number] }) {
  const { t } = useTranslation('setup');
  const current = steps.indexOf(step);
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {steps.map((name, index) => (
        <li key={name} className={classes.step} aria-current={name === step ? 'step' : undefined}>
          <span className={classes.mark}>
            {index < current ? <IconCheck size={14} aria-hidden /> : index + 1}
          </span>
          {t(`steps.${name}`)}
        </li>
      ))}
    </ol>
  );
}
