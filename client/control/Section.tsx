import { type ReactNode, useId } from 'react';
import classes from './Section.module.css';

type Props = {
  title: string;
  /** Right of the title: a control of this section alone. */
  side?: ReactNode;
  children: ReactNode;
};

/** A named part of the page: a hairline, a heading, its contents. */
export function Section({ title, side, children }: Props) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {side}
      </header>
      {children}
    </section>
  );
}
