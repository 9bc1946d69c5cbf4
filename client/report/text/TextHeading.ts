import { mergeAttributes } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';

/** On the page the report's title and the direction's stand above. */
const outer = 2;

/** Three levels below the direction's title. What is pasted keeps its own order of headings. */
export const TextHeading = Heading.extend({
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      getAttrs: (element) => ({ level: Number(element.dataset.level ?? Math.min(level, 3)) }),
    })),

  renderHTML({ node, HTMLAttributes }) {
    const { level } = node.attrs;
    return [`h${level + outer}`, mergeAttributes(HTMLAttributes, { 'data-level': level }), 0];
  },
}).configure({ levels: [1, 2, 3] });
