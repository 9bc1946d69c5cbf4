import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './small.module.css';

/** In place of the form of a row that is not there. */
export function MissingRow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('small');
  return (
    <section className={classes.form} role="alert">
      <div className={classes.banner}>
        <Text size="sm">{t('form.missing')}</Text>
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={onClose}>
          {t('form.back')}
        </Button>
      </div>
    </section>
  );
}
