import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Chord, gridKeys, type KeyGroup, keyGroups, otherKeys } from './gridKeys.ts';
import { KeyCaps } from './KeyCaps.tsx';
import classes from './keys.module.css';

type Props = { isOpen: boolean; onClose(): void };

/** All keys of the table, made of the table that they are heard by. */
export function KeyList({ isOpen, onClose }: Props) {
  const { t } = useTranslation(['keys', 'hands']);
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('title')} size={860}>
      <div className={classes.groups}>
        {keyGroups.map((group) => (
          <section key={group} className={classes.group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`} className={classes.title}>
              {t(`groups.${group}`)}
            </h3>
            <dl className={classes.lines}>
              {listLines(group).map(({ name, chords }) => (
                <div key={name} className={classes.line}>
                  <dt>
                    {name in otherKeys
                      ? t(`other.${name as keyof typeof otherKeys}`)
                      : t(`hands:keys.${name as keyof typeof gridKeys}`)}
                  </dt>
                  <dd className={classes.chords}>
                    {chords.map((chord) => (
                      <KeyCaps key={chord} chord={chord} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

type Line = { name: keyof typeof gridKeys | keyof typeof otherKeys; chords: readonly Chord[] };

function listLines(group: KeyGroup): Line[] {
  const all = { ...gridKeys, ...otherKeys };
  return (Object.keys(all) as Line['name'][])
    .filter((name) => all[name].group === group)
    .map((name) => ({ name, chords: all[name].chords }));
}
