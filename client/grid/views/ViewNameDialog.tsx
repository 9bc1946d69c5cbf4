import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { viewNameLimit } from '#shared/model/view.ts';

type Props = {
  title: string;
  initialName: string;
  /** Asks whether the view is for everybody too. */
  offersPublishing: boolean;
  onSave(name: string, isPublished: boolean): Promise<void>;
  onClose(): void;
};

/** Asks for a view's name. What is refused is said at the field, and the name stays to be mended. */
export function ViewNameDialog({ title, initialName, offersPublishing, onSave, onClose }: Props) {
  const { t } = useTranslation('views');
  const { t: tCommon } = useTranslation('common');
  const errorText = useErrorText();
  const [name, setName] = useState(initialName);
  const [isPublished, setPublished] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') {
      setProblem(t('dialog.blank'));
      return;
    }
    setSaving(true);
    try {
      await onSave(name.trim(), isPublished);
      onClose();
    } catch (error) {
      setProblem(errorText(error));
      setSaving(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': tCommon('close') }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('dialog.name')}
          description={t('dialog.limit', { limit: viewNameLimit })}
          value={name}
          maxLength={viewNameLimit}
          error={problem}
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
        />
        {offersPublishing && (
          <Checkbox
            mt="sm"
            label={t('dialog.forAll')}
            checked={isPublished}
            onChange={(event) => setPublished(event.currentTarget.checked)}
          />
        )}
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={isSaving}>
            {t('dialog.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
