import { ActionIcon, Button, Divider, Select } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconNumber123,
  IconTable,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { hasEmphasis } from './emphasis.ts';
import classes from './TextToolbar.module.css';

type Props = {
  /** The text that has, or last had, the focus. */
  editor: Editor | null;
  onFigure(): void;
  onLink(): void;
};

const styles = ['paragraph', 'heading1', 'heading2', 'heading3'] as const;
type TextStyle = (typeof styles)[number];

/** What can be done with the text; acts where the caret is. */
export function TextToolbar({ editor, onFigure, onLink }: Props) {
  const { t } = useTranslation('text');
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      current === null
        ? null
        : {
            style: readStyle(current),
            bold: isEmphasised(current, 'bold'),
            italic: isEmphasised(current, 'italic'),
            bulletList: current.isActive('bulletList'),
            orderedList: current.isActive('orderedList'),
            quote: current.isActive('blockquote'),
            table: current.isActive('table'),
            link: current.isActive('link'),
            canUndo: current.can().undo(),
            canRedo: current.can().redo(),
          },
  });
  const isOff = editor === null || state === null;
  const run = (act: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => {
    if (editor !== null) act(editor.chain().focus()).run();
  };
  const button = (
    name: 'bold' | 'italic' | 'bulletList' | 'orderedList' | 'quote' | 'link',
    Icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>,
    onClick: () => void,
  ) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="md"
      disabled={isOff}
      aria-label={t(`tool.${name}`)}
      title={t(`tool.${name}`)}
      aria-pressed={state?.[name] === true}
      className={classes.tool}
      onMouseDown={keepFocus}
      onClick={onClick}
    >
      <Icon size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  );

  return (
    <div role="toolbar" aria-label={t('tool.bar')} className={classes.bar}>
      <Button
        size="compact-sm"
        leftSection={<IconNumber123 size={18} stroke={1.7} aria-hidden />}
        disabled={isOff}
        title={t('tool.figureHint')}
        onMouseDown={keepFocus}
        onClick={onFigure}
      >
        {t('tool.figure')}
      </Button>
      <Divider orientation="vertical" />
      <Select
        size="xs"
        w={150}
        aria-label={t('tool.style')}
        data={styles.map((value) => ({ value, label: t(`style.${value}`) }))}
        value={state?.style ?? 'paragraph'}
        disabled={isOff}
        allowDeselect={false}
        onChange={(value) => {
          const level = ([1, 2, 3] as const).find((known) => value === `heading${known}`);
          run((chain) => (level === undefined ? chain.setParagraph() : chain.setHeading({ level })));
        }}
      />
      <div className={classes.group}>
        {button('bold', IconBold, () => run((chain) => chain.toggleEmphasis('bold')))}
        {button('italic', IconItalic, () => run((chain) => chain.toggleEmphasis('italic')))}
      </div>
      <div className={classes.group}>
        {button('bulletList', IconList, () => run((chain) => chain.toggleBulletList()))}
        {button('orderedList', IconListNumbers, () => run((chain) => chain.toggleOrderedList()))}
        {button('quote', IconBlockquote, () => run((chain) => chain.toggleBlockquote()))}
        {button('link', IconLink, onLink)}
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={isOff}
          aria-label={t('tool.table')}
          title={t('tool.table')}
          className={classes.tool}
          onMouseDown={keepFocus}
          onClick={() => run((chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }))}
        >
          <IconTable size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </div>
      {state?.table === true && (
        <div className={classes.group}>
          <Button
            size="compact-xs"
            variant="default"
            onMouseDown={keepFocus}
            onClick={() => run((chain) => chain.addRowAfter())}
          >
            {t('tool.addRow')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onMouseDown={keepFocus}
            onClick={() => run((chain) => chain.addColumnAfter())}
          >
            {t('tool.addColumn')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onMouseDown={keepFocus}
            onClick={() => run((chain) => chain.deleteRow())}
          >
            {t('tool.deleteRow')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onMouseDown={keepFocus}
            onClick={() => run((chain) => chain.deleteTable())}
          >
            {t('tool.deleteTable')}
          </Button>
        </div>
      )}
      <div className={classes.group}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={state?.canUndo !== true}
          className={classes.tool}
          aria-label={t('tool.undo')}
          title={t('tool.undo')}
          onMouseDown={keepFocus}
          onClick={() => run((chain) => chain.undo())}
        >
          <IconArrowBackUp size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={state?.canRedo !== true}
          className={classes.tool}
          aria-label={t('tool.redo')}
          title={t('tool.redo')}
          onMouseDown={keepFocus}
          onClick={() => run((chain) => chain.redo())}
        >
          <IconArrowForwardUp size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}

/** The caret stays where it is. */
function keepFocus(event: { preventDefault(): void }): void {
  event.preventDefault();
}

function readStyle(editor: Editor): TextStyle {
  const level = ([1, 2, 3] as const).find((known) => editor.isActive('heading', { level: known }));
  return level === undefined ? 'paragraph' : `heading${level}`;
}

function isEmphasised(editor: Editor, emphasis: 'bold' | 'italic'): boolean {
  return editor.state.selection.empty ? editor.isActive(emphasis) : hasEmphasis(editor.state, emphasis);
}
