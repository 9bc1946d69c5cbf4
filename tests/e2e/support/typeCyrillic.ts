import type { Page } from 'playwright-core';

/** The letters of the Ukrainian layout in the order of the keys that carry them. */
const layout: Record<string, string> = {
  й: 'KeyQ',
  ц: 'KeyW',
  у: 'KeyE',
  к: 'KeyR',
  е: 'KeyT',
  н: 'KeyY',
  г: 'KeyU',
  ш: 'KeyI',
  щ: 'KeyO',
  з: 'KeyP',
  х: 'BracketLeft',
  ї: 'BracketRight',
  ф: 'KeyA',
  і: 'KeyS',
  в: 'KeyD',
  а: 'KeyF',
  п: 'KeyG',
  р: 'KeyH',
  о: 'KeyJ',
  л: 'KeyK',
  д: 'KeyL',
  ж: 'Semicolon',
  є: 'Quote',
  ґ: 'Backslash',
  я: 'KeyZ',
  ч: 'KeyX',
  с: 'KeyC',
  м: 'KeyV',
  и: 'KeyB',
  т: 'KeyN',
  ь: 'KeyM',
  б: 'Comma',
  ю: 'Period',
};

/**
 * Types as a person with a Ukrainian keyboard does: with a keydown and a keyup for each letter.
 * `page.keyboard.type` sends no keydown for a letter that an American keyboard lacks, so a grid that
 * begins to edit at the first keydown would never begin.
 */
export async function typeCyrillic(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    for (const character of text) {
      const code = layout[character.toLowerCase()];
      if (code === undefined) {
        await page.keyboard.type(character);
        continue;
      }
      const isUpper = character !== character.toLowerCase();
      const key = {
        key: character,
        code,
        modifiers: isUpper ? shift : 0,
        windowsVirtualKeyCode: keyCode(code),
      };
      await session.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        text: character,
        unmodifiedText: character,
        ...key,
      });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    }
  } finally {
    await session.detach();
  }
}

/** Presses Ctrl with a letter of the Ukrainian layout, as in Ctrl+я for undo: `key` is я, `code` is KeyZ. */
export async function pressControlCyrillic(page: Page, letter: string): Promise<void> {
  const code = layout[letter];
  if (code === undefined) throw new Error(`${letter} is not a letter of the Ukrainian layout`);
  const session = await page.context().newCDPSession(page);
  try {
    const key = { key: letter, code, modifiers: control, windowsVirtualKeyCode: keyCode(code) };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  } finally {
    await session.detach();
  }
}

/** Bits of `modifiers` in the DevTools protocol. */
const control = 2;
const shift = 8;

function keyCode(code: string): number {
  return code.startsWith('Key') ? code.charCodeAt(3) : 0;
}
