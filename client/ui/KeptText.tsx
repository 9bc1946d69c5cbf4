import { Button, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCopy } from './useCopy.ts';

/** Text a person typed that could not be kept where it belongs, to copy from here. */
export function KeptText({ explanation, text }: { explanation: string; text: string }) {
  const { t } = useTranslation('common');
  const { isCopied, copy } = useCopy();
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="var(--mantine-color-text)">
        {explanation}
      </Text>
      <Code
        block
        mah={160}
        w="100%"
        style={{ overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        tabIndex={0}
      >
        {text}
      </Code>
      <Button size="compact-sm" variant="default" onClick={() => void copy(text)}>
        {isCopied ? t('refused.copied') : t('refused.copy')}
      </Button>
    </Stack>
  );
}
