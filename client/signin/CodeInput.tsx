import { TextInput } from '@mantine/core';

type Props = {
  label: string;
  description?: string;
  value: string;
  autoFocus?: boolean;
  onChange: (code: string) => void;
};

/** A code of the phone, which browsers offer to fill in, or a recovery code, which has letters. */
export function CodeInput({ label, description, value, autoFocus = false, onChange }: Props) {
  return (
    <TextInput
      label={label}
      description={description}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      w={280}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
