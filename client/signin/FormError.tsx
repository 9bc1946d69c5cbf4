import { IconAlertCircle } from '@tabler/icons-react';
import { useErrorText } from '#client/api/useErrorText.ts';
import classes from './FormError.module.css';

/** Why a form was not accepted, in words; nothing while there is no error. */
export function FormError({ error }: { error: unknown }) {
  const errorText = useErrorText();
  return (
    <div role="alert" className={classes.alert}>
      {error !== null && error !== undefined && (
        <p className={classes.error}>
          <IconAlertCircle size={18} aria-hidden className={classes.icon} />
          {errorText(error)}
        </p>
      )}
    </div>
  );
}
