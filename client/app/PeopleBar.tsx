import { Menu, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '#client/sync/Person.ts';
import { usePeople, useReport } from '#client/sync/ReportContext.tsx';
import { presenceColour } from '#client/ui/presenceColour.ts';
import { useIsSmallScreen } from '#client/ui/screen.ts';
import classes from './PeopleBar.module.css';

const shownPeople = { small: 1, wide: 3 };

/** Who has the report open now: initials at a glance, names on opening. */
export function PeopleBar() {
  const { t } = useTranslation('common');
  const { structure } = useReport();
  const people = usePeople();
  const shown = useIsSmallScreen() ? shownPeople.small : shownPeople.wide;
  const others = people.filter(({ isSelf }) => !isSelf);
  if (others.length === 0) return null;
  const organisations = new Map<string, string>(
    structure.organisations.map(({ id, shortName }) => [id, shortName]),
  );
  const names = people.map(({ name, isSelf }) => (isSelf ? t('people.self', { name }) : name));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={classes.bar}>
          <span className="visually-hidden">{`${t('people.label')}: ${names.join(', ')}`}</span>
          {others.slice(0, shown).map((person) => (
            <span
              key={person.userId}
              className={classes.avatar}
              aria-hidden
              style={{ backgroundColor: presenceColour(person.userId) }}
            >
              {initials(person.name)}
            </span>
          ))}
          {others.length > shown && (
            <span className={classes.more} aria-hidden>
              +{others.length - shown}
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('people.label')}</Menu.Label>
        {people.map((person) => (
          <Menu.Item
            key={person.userId}
            leftSection={
              <span
                className={classes.dot}
                style={{ backgroundColor: presenceColour(person.userId) }}
                aria-hidden
              />
            }
          >
            {person.isSelf ? t('people.self', { name: person.name }) : person.name}
            <Organisations person={person} names={organisations} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Organisations({ person, names }: { person: Person; names: ReadonlyMap<string, string> }) {
  if (person.organisationIds.length === 0) return null;
  return (
    <span className={classes.organisations}>
      {person.organisationIds.map((id) => names.get(id) ?? id).join(', ')}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s:]+/u).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase('uk');
}
