import { IconInfoCircle } from '@tabler/icons-react';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import classes from './ExampleNote.module.css';

/** Says on the page what of an example is invented. */
export function ExampleNote() {
  const language = useLanguage();
  return (
    <p className={classes.note}>
      <IconInfoCircle size={16} aria-hidden className={classes.icon} />
      {exampleNote[language]}
    </p>
  );
}
