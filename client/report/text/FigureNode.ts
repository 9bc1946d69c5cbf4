import { mergeAttributes, Node } from '@tiptap/core';
import { figureAttributes, narrativeNodes, readInlineSpec } from '#shared/narrative/narrativeNodes.ts';
import { type FigureHost, FigureView } from './FigureView.ts';

/** A number bound to the tables, inside a sentence. What is copied out is its spec, never the number alone. */
export const FigureNode = Node.create<{ host: FigureHost | null }>({
  name: narrativeNodes.figure,
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  // Emphasis stands in attributes: the document has no place for a mark on anything but text.
  marks: '',

  addOptions: () => ({ host: null }),

  addAttributes: () => ({
    [figureAttributes.spec]: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-figure'),
      renderHTML: ({ spec }) => ({ 'data-figure': spec }),
    },
    [figureAttributes.bold]: {
      default: null,
      parseHTML: (element) => (element.hasAttribute('data-bold') ? true : null),
      renderHTML: ({ bold }) => (bold === true ? { 'data-bold': '' } : {}),
    },
    [figureAttributes.italic]: {
      default: null,
      parseHTML: (element) => (element.hasAttribute('data-italic') ? true : null),
      renderHTML: ({ italic }) => (italic === true ? { 'data-italic': '' } : {}),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-figure]' }],

  renderHTML({ node, HTMLAttributes }) {
    const spec = readInlineSpec(node.attrs.spec);
    return ['span', mergeAttributes(HTMLAttributes), this.options.host?.read(spec).text ?? ''];
  },

  renderText({ node }) {
    return this.options.host?.read(readInlineSpec(node.attrs.spec)).text ?? '';
  },

  addNodeView() {
    const { host } = this.options;
    if (host === null) return null;
    return ({ node }) => new FigureView(node, host, (current) => readInlineSpec(current.attrs.spec));
  },
});
