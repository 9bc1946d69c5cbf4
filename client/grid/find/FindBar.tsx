import { ActionIcon, Chip, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FindBar.module.css';
import { FindCount } from './FindCount.tsx';
import type { Find } from './useFind.ts';

type Props = {
  find: Find;
  columns: readonly { id: string; title: string }[];
  /** False for whoever may write nothing: there is then nothing to replace. */
  canReplace: boolean;
  onShowHidden(): void;
  /** The line below: replacing, and what came of it. */
  children: ReactNode;
};

/** What is sought and where; above the table, so that no cell is covered. */
export function FindBar({ find, columns, canReplace, onShowHidden, children }: Props) {
  const { t } = useTranslation('find');
  const { form, mode, change } = find;
  const input = useRef<HTMLInputElement>(null);
  const { focusRequest } = find;

  useEffect(() => {
    if (focusRequest === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [focusRequest]);

  const handleKey = (event: KeyboardEvent) => {
    if (event.code !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    find.close();
  };
  const handleInputKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    } else if (event.code === 'ArrowDown') {
      event.preventDefault();
      find.enter();
    }
  };
  const handleFocus = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) find.readSelection();
  };

  return (
    <search className={classes.bar} aria-label={t('label')} onKeyDown={handleKey} onFocus={handleFocus}>
      <div className={classes.line}>
        <TextInput
          ref={input}
          size="xs"
          className={classes.field}
          aria-label={t('field')}
          placeholder={t('field')}
          value={form.text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={handleInputKey}
        />
        <FindCount state={find.state} onShowHidden={onShowHidden} />
        <Step label={t('previous')} isOff={!find.state.count} onClick={() => find.step(-1)}>
          <IconChevronUp size={18} aria-hidden />
        </Step>
        <Step label={t('next')} isOff={!find.state.count} onClick={() => find.step(1)}>
          <IconChevronDown size={18} aria-hidden />
        </Step>
        <span className={classes.options}>
          <Option
            label={t('isCaseSensitive')}
            isOn={form.isCaseSensitive}
            onChange={(isCaseSensitive) => change({ isCaseSensitive })}
          />
          <Option
            label={t('isWholeCell')}
            isOn={form.isWholeCell}
            onChange={(isWholeCell) => change({ isWholeCell })}
          />
          {(find.canScope || form.isScoped) && (
            <Option
              label={t('isScoped')}
              isOn={form.isScoped}
              onChange={(isScoped) => change({ isScoped })}
            />
          )}
          <NativeSelect
            size="xs"
            aria-label={t('column')}
            value={form.column ?? ''}
            onChange={(event) => change({ column: event.currentTarget.value || null })}
            data={[
              { value: '', label: t('allColumns') },
              ...columns.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          {canReplace && (
            <Option
              label={t('replaceMode')}
              isOn={mode === 'replace'}
              onChange={(isOn) => find.setMode(isOn ? 'replace' : 'find')}
            />
          )}
        </span>
        <ActionIcon
          className={classes.close}
          variant="subtle"
          color="gray"
          aria-label={t('close')}
          onClick={find.close}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
      {mode === 'replace' && canReplace && children}
    </search>
  );
}

type OptionProps = { label: string; isOn: boolean; onChange(isOn: boolean): void };

function Option({ label, isOn, onChange }: OptionProps) {
  return (
    <Chip size="xs" radius="sm" checked={isOn} onChange={onChange}>
      {label}
    </Chip>
  );
}

type StepProps = { label: string; isOff: boolean; onClick(): void; children: ReactNode };

function Step({ label, isOff, onClick, children }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} aria-disabled={isOff} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
