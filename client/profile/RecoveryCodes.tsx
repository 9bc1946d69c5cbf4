import { Button, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCopy } from '#client/ui/useCopy.ts';
import classes from './FactorSetup.module.css';
import profileClasses from './ProfilePage.module.css';

type Props = {
  codes: readonly string[] /** What there is to know about them. */;
  text: string;
  onDone: () => void;
};

/** Codes just made, to be kept now or never. */
export function RecoveryCodes({ codes, text, onDone }: Props) {
  const { t } = useTranslation('factor');
  const { isCopied, copy } = useCopy();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} className={profileClasses.token} aria-label={t('recovery')} tabIndex={-1}>
      <strong>{t('recovery')}</strong>
      <p className={classes.text}>{text}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="sm">
        <Button
          leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => void copy(codes.join('\n'))}
        >
          <span aria-live="polite">{isCopied ? t('copied') : t('copy')}</span>
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('done')}
        </Button>
      </Group>
    </section>
  );
}
