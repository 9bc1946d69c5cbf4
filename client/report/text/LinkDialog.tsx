import { Button, Group, Modal, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readLink } from '#shared/narrative/narrativeNodes.ts';

/** Asks where the selected words lead. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation('text');
  const current: unknown = editor.getAttributes('link').href;
  const [address, setAddress] = useState(typeof current === 'string' ? current : '');
  const [isWrong, setIsWrong] = useState(false);

  function save(): void {
    const href = readLink(address.trim());
    if (href === null) {
      setIsWrong(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && typeof current !== 'string') {
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    } else {
      chain.setLink({ href }).run();
    }
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t('link.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          label={t('link.address')}
          placeholder={t('link.hint')}
          value={address}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setIsWrong(false);
          }}
          error={isWrong ? t('link.wrong') : null}
          inputMode="url"
          data-autofocus
        />
        <Group justify="flex-end" gap="xs" mt="md">
          {typeof current === 'string' && (
            <Button
              variant="default"
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                onClose();
              }}
            >
              {t('link.remove')}
            </Button>
          )}
          <Button type="submit">{t('link.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
