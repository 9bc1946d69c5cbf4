import { CheckIcon, Combobox, Group, InputBase, useCombobox } from '@mantine/core';

type Option<T extends string> = {
  value: T;
  label: string;
  /** The title that it stands under with the others of this group, which follow one another. */
  group?: string;
};

type Props<T extends string> = {
  label: string;
  /** Shown while nothing is chosen. */
  allLabel: string;
  options: readonly Option<T>[];
  chosen: readonly T[];
  onChange(chosen: T[]): void;
  width: number;
};

/** A filter of several values that takes one line, however many are chosen. */
export function FilterSelect<T extends string>({
  label,
  allLabel,
  options,
  chosen,
  onChange,
  width,
}: Props<T>) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [first, ...others] = options.filter(({ value }) => chosen.includes(value));
  const text =
    first === undefined ? allLabel : `${first.label}${others.length > 0 ? ` +${others.length}` : ''}`;
  const toggle = (value: string) => {
    const next = options.filter((option) => chosen.includes(option.value) !== (option.value === value));
    onChange(next.map((option) => option.value));
  };
  const drawOption = ({ value, label: optionLabel }: Option<T>) => (
    <Combobox.Option
      key={value}
      value={value}
      active={chosen.includes(value)}
      aria-selected={chosen.includes(value)}
    >
      <Group gap="xs" wrap="nowrap">
        <span style={{ width: 12 }}>{chosen.includes(value) && <CheckIcon size={12} aria-hidden />}</span>
        <span>{optionLabel}</span>
      </Group>
    </Combobox.Option>
  );
  return (
    <Combobox store={combobox} onOptionSubmit={toggle} width="max-content" position="bottom-start">
      <Combobox.Target targetType="button">
        <InputBase
          component="button"
          type="button"
          pointer
          size="xs"
          w={width}
          aria-label={`${label}: ${text}`}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
          styles={{
            input: {
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
              ...(first === undefined
                ? {}
                : { borderColor: 'var(--mantine-primary-color-filled)', fontWeight: 600 }),
            },
          }}
        >
          {text}
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown maw={460}>
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }} aria-label={label}>
          {[...Map.groupBy(options, ({ group }) => group)].map(([group, members]) =>
            group === undefined ? (
              members.map(drawOption)
            ) : (
              <Combobox.Group key={group} label={group}>
                {members.map(drawOption)}
              </Combobox.Group>
            ),
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
