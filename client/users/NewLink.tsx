import { Button, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { pagePaths } from '#client/app/links.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { useCopy } from '#client/ui/useCopy.ts';
import type { LinkAnswer } from '#shared/api/links.ts';
import classes from './NewLink.module.css';

/** A link just made, to be copied now or never. Its secret stands after `#`, which no browser sends to a server. */
export function NewLink({ made: { secret, user }, onDone }: { made: LinkAnswer; onDone: () => void }) {
  const { t } = useTranslation('access');
  const formatTime = useFormatTime();
  const { isCopied, copy } = useCopy();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const address = `${location.origin}${pagePaths.join}#${secret}`;
  return (
    <section
      ref={box}
      className={classes.link}
      aria-label={t('made.title', { name: user.name })}
      tabIndex={-1}
    >
      <p className={classes.text}>
        {t('made.text', { time: user.link === null ? '' : formatTime(user.link.expiresAt) })}
      </p>
      <code className={classes.address}>{address}</code>
      <p className={classes.text}>{t('made.once')}</p>
      <Group gap="sm">
        <Button
          leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => void copy(address)}
        >
          <span aria-live="polite">{isCopied ? t('made.copied') : t('made.copy')}</span>
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('made.done')}
        </Button>
      </Group>
    </section>
  );
}
