import type { Page } from 'playwright-core';

/** From the next time the page connects on, its server can be made to confirm nothing: by what this returns. */
export async function holdAnswers(page: Page): Promise<() => void> {
  let isHeld = false;
  await page.routeWebSocket(/\/collaboration$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      if (!isHeld) socket.send(message);
    });
  });
  return () => {
    isHeld = true;
  };
}
