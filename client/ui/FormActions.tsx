import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormError } from '#client/signin/FormError.tsx';

type Props = {
  /** What the button that sends the form says. */
  submit: string;
  /** Why it was refused last. */
  error: unknown;
  isSending: boolean;
  isDisabled?: boolean;
  onCancel(): void;
};

/** The end of a dialog's form: why it was refused, the way back, and the button that sends it. */
export function FormActions({ submit, error, isSending, isDisabled = false, onCancel }: Props) {
  const { t } = useTranslation('common');
  return (
    <>
      <FormError error={error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" disabled={isDisabled} loading={isSending}>
          {submit}
        </Button>
      </Group>
    </>
  );
}
