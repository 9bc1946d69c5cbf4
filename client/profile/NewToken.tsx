import { Button, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCopy } from '#client/ui/useCopy.ts';
import classes from './ProfilePage.module.css';

/** A token just made, to be copied now or never. */
export function NewToken({ token, onHide }: { token: string; onHide: () => void }) {
  const { t } = useTranslation('profile');
  const { isCopied, copy } = useCopy();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} className={classes.token} aria-label={t('tokens.created')} tabIndex={-1}>
      <strong>{t('tokens.created')}</strong>
      <div>{t('tokens.once')}</div>
      <code className={classes.secret}>{token}</code>
      <Group gap="sm">
        <Button
          size="xs"
          leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => void copy(token)}
        >
          <span aria-live="polite">{isCopied ? t('tokens.copied') : t('tokens.copy')}</span>
        </Button>
        <Button size="xs" variant="default" onClick={onHide}>
          {t('tokens.hide')}
        </Button>
      </Group>
    </section>
  );
}
