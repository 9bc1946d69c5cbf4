import { useErrorText } from '#client/api/useErrorText.ts';
import classes from './submission.module.css';

/** Why something was refused, said aloud; what was typed stands where it is. */
export function Problem({ error }: { error: unknown }) {
  const errorText = useErrorText();
  if (error === null) return null;
  return (
    <p role="alert" className={classes.doubt}>
      {errorText(error)}
    </p>
  );
}
