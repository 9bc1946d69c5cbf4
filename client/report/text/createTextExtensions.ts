import type { AnyExtension } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions';
import type { NarrativeView } from '#client/sync/NarrativeSession.ts';
import { narrativeRoot, readLink } from '#shared/narrative/narrativeNodes.ts';
import { buildCaret, type CaretUser } from './buildCaret.ts';
import { CommentMarks } from './commentMarks.ts';
import { FigureEmphasis } from './emphasis.ts';
import { FigureNode } from './FigureNode.ts';
import type { FigureHost } from './FigureView.ts';
import { FigureKeys } from './figureKeys.ts';
import { createFigureMenu, type FigureMenuHost } from './figureMenu.ts';
import { FindingMarks } from './findingMarks.ts';
import { PromptSelection } from './promptSelection.ts';
import { RowsNode } from './RowsNode.ts';
import { TextHeading } from './TextHeading.ts';
import { Typography } from './typography.ts';

type Options = {
  doc: NarrativeView['doc'];
  awareness: NarrativeView['awareness'];
  user: CaretUser;
  figures: FigureHost;
  menu: FigureMenuHost;
  placeholder: () => string;
};

/** Nodes and marks of a text, by the names that `shared/narrative` knows, without what only a page needs. */
export function createTextSchema(figures: FigureHost | null): AnyExtension[] {
  return [
    Document,
    Paragraph,
    Text,
    TextHeading,
    Bold,
    Italic,
    Blockquote,
    BulletList,
    OrderedList,
    ListItem,
    HardBreak,
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
    Link.configure({
      openOnClick: false,
      autolink: true,
      isAllowedUri: (url) => readLink(url) !== null,
      // The address alone is kept: the rest would be the same in every document.
      HTMLAttributes: { target: null, rel: null, class: null },
    }),
    FigureNode.configure({ host: figures }),
    RowsNode,
  ];
}

/** The editor of one direction's text. */
export function createTextExtensions(options: Options): AnyExtension[] {
  return [
    ...createTextSchema(options.figures),
    PromptSelection,
    FigureEmphasis,
    FigureKeys.configure({ host: options.figures }),
    FindingMarks,
    CommentMarks,
    ListKeymap,
    Typography,
    Gapcursor,
    Dropcursor,
    Placeholder.configure({ placeholder: options.placeholder, showOnlyWhenEditable: true }),
    Collaboration.configure({ document: options.doc, field: narrativeRoot }),
    CollaborationCaret.configure({
      provider: { awareness: options.awareness },
      user: options.user,
      render: buildCaret,
      selectionRender: () => ({}),
    }),
    createFigureMenu(options.menu),
  ];
}
