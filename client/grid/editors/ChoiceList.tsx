import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './editors.module.css';
import type { Option } from './filterOptions.ts';

type Props = {
  id: string;
  label: string;
  options: readonly Option[];
  active: Option | undefined;
  idOf(option: Option): string;
  onTake(option: Option): void;
};

/** The options of a choice: shows where the keys of its field lead. */
export function ChoiceList({ id, label, options, active, idOf, onTake }: Props) {
  const { t } = useTranslation('grid');
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <ul ref={list} id={id} className={classes.list} role="listbox" aria-label={label}>
      {options.map((option, index) => (
        <OptionLine
          key={option.value ?? ''}
          id={idOf(option)}
          option={option}
          heading={
            option.group !== undefined && option.group !== options[index - 1]?.group ? option.group : null
          }
          isActive={option === active}
          onTake={() => onTake(option)}
        />
      ))}
      {options.length === 0 && (
        <li className={classes.noMatch} role="option" aria-selected="false" aria-disabled="true">
          {t('choice.noMatch')}
        </li>
      )}
    </ul>
  );
}

type OptionLineProps = {
  id: string;
  option: Option;
  heading: string | null;
  isActive: boolean;
  onTake(): void;
};

function OptionLine({ id, option, heading, isActive, onTake }: OptionLineProps) {
  return (
    <>
      {heading !== null && (
        <li className={classes.group} role="presentation">
          {heading}
        </li>
      )}
      {/* Keys are the input's, which keeps the focus. */}
      <li
        id={id}
        className={option.value === null ? `${classes.option} ${classes.none}` : classes.option}
        role="option"
        aria-selected={isActive}
        onMouseDown={(event) => {
          event.preventDefault();
          onTake();
        }}
      >
        {option.label}
      </li>
    </>
  );
}
