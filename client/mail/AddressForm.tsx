import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MailAddressText } from '#shared/api/mail.ts';

type Props = {
  label: string;
  submit: string;
  /** What stands in it first. */
  initial?: string;
  isBusy: boolean;
  onSubmit(address: string): void;
};

/** One address, looked at before it is sent. */
export function AddressForm({ label, submit, initial = '', isBusy, onSubmit }: Props) {
  const { t } = useTranslation('mail');
  const [address, setAddress] = useState(initial);
  const [isWrong, setWrong] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const parsed = MailAddressText.safeParse(address);
    setWrong(!parsed.success);
    if (parsed.success && !isBusy) onSubmit(parsed.data);
  };
  return (
    <form onSubmit={send} noValidate>
      <Group align="end" gap="sm">
        <TextInput
          type="email"
          label={label}
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
          maxLength={254}
          w={300}
          inputWrapperOrder={['label', 'error', 'input']}
          value={address}
          error={isWrong ? t('addressWrong') : null}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isBusy}>
          {submit}
        </Button>
      </Group>
    </form>
  );
}
