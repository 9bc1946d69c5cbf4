import { Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormError } from '#client/signin/FormError.tsx';

type Props = {
  withExample: boolean;
  isPending: boolean;
  error: unknown;
  onChange: (withExample: boolean) => void;
  onBack: () => void;
  onCreate: () => void;
};

export function ExampleStep({ withExample, isPending, error, onChange, onBack, onCreate }: Props) {
  const { t } = useTranslation('setup');
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('example.title')}
        </Title>
        <Text size="sm" mt={4}>
          {t('example.text')}
        </Text>
      </div>
      <Radio.Group
        aria-label={t('example.title')}
        value={withExample ? 'yes' : 'no'}
        onChange={(value) => onChange(value === 'yes')}
      >
        <Stack gap="sm">
          <Radio value="yes" autoFocus label={t('example.yes')} description={t('example.yesHint')} />
          <Radio value="no" label={t('example.no')} description={t('example.noHint')} />
        </Stack>
      </Radio.Group>
      <FormError error={error} />
      <Group justify="space-between">
        <Button variant="default" onClick={onBack} disabled={isPending}>
          {t('example.back')}
        </Button>
        <Button onClick={onCreate} loading={isPending}>
          {t('example.create')}
        </Button>
      </Group>
    </Stack>
  );
}
