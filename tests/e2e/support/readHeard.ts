import type { Page } from 'playwright-core';
import { must } from '#shared/must.ts';

/** What the browser tells a screen reader of an element. */
export type Heard = { role: string; name: string; description: string; isReadOnly: boolean };

/** Of the element with the focus, as it stands in the accessibility tree. */
export async function readHeard(page: Page): Promise<Heard> {
  const session = await page.context().newCDPSession(page);
  try {
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const objectId = must(result.objectId, 'the element with the focus');
    const { nodes } = await session.send('Accessibility.getPartialAXTree', {
      objectId,
      fetchRelatives: false,
    });
    const node = must(nodes[0], 'a node of the accessibility tree');
    return {
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? '').replaceAll(/\s+/g, ' '),
      description: String(node.description?.value ?? ''),
      isReadOnly:
        node.properties?.some(({ name, value }) => name === 'readonly' && value.value === true) === true,
    };
  } finally {
    await session.detach();
  }
}
