import { mergeAttributes, Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { figureAttributes, narrativeNodes } from '#shared/narrative/narrativeNodes.ts';
import { RowsView } from './RowsView.tsx';

/** A whole table of rows between paragraphs, live. */
export const RowsNode = Node.create({
  name: narrativeNodes.rows,
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,

  addAttributes: () => ({
    [figureAttributes.spec]: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-rows'),
      renderHTML: ({ spec }) => ({ 'data-rows': spec }),
    },
  }),

  parseHTML: () => [{ tag: 'div[data-rows]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes)],
  addNodeView: () => ReactNodeViewRenderer(RowsView),
});
