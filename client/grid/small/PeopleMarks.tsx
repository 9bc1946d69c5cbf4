import { useTranslation } from 'react-i18next';
import type { CellPerson } from '../cells/groupPeopleByCell.ts';
import classes from './small.module.css';

/** Colleagues who are there, by colour and name. */
export function PeopleMarks({ people }: { people: readonly CellPerson[] }) {
  const { t } = useTranslation('small');
  return people.map(({ name, colour, isEditing }) => (
    <span key={name} className={classes.person}>
      <span className={classes.dot} style={{ backgroundColor: colour }} aria-hidden />
      {t(isEditing ? 'typing' : 'here', { name })}
    </span>
  ));
}
