import { useTranslation } from 'react-i18next';
import type { Chord } from './gridKeys.ts';
import classes from './keys.module.css';
import { isMacKeyboard, printChord } from './printChord.ts';

/** A chord as the keys one presses. */
export function KeyCaps({ chord }: { chord: Chord }) {
  const { t } = useTranslation('keys');
  const keys = printChord(chord, { space: t('space'), numpad: t('numpad') }, isMacKeyboard());
  return (
    <span className={classes.chord}>
      {keys.map((key) => (
        <kbd key={key} className={classes.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
