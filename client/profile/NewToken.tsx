import { Button, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ProfilePage.module.css';

/** A token just made, to be copied now or never. */
export function NewToken({ token, onHide }: { token: string; onHide: () => void }) {
  const { t } = useTranslation('profile');
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} className={classes.token} aria-label={t('tokens.created')} tabIndex={-1}>
      <strong>{t('tokens.created')}</strong>
      <div>{t('tokens.once')}</div>
      <code className={classes.secret}>{token}</code>
      <Group gap="sm">
        <CopyButton value={token} timeout={4_000}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              <span aria-live="polite">{copied ? t('tokens.copied') : t('tokens.copy')}</span>
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={onHide}>
          {t('tokens.hide')}
        </Button>
      </Group>
    </section>
  );
}
