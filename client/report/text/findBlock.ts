import type { Node as TextNode } from '@tiptap/pm/model';

/** The place before the content of the block that the indices lead to; null when there is none (any more). */
export function findBlock(doc: TextNode, path: readonly number[]): { node: TextNode; start: number } | null {
  let node = doc;
  let start = 0;
  for (const index of path) {
    if (index >= node.childCount) return null;
    start += offsetOf(node, index) + 1;
    node = node.child(index);
  }
  return { node, start };
}

export function offsetOf(parent: TextNode, index: number): number {
  let offset = 0;
  for (let before = 0; before < index; before += 1) offset += parent.child(before).nodeSize;
  return offset;
}
