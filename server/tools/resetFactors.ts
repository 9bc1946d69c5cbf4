import { openStorage } from '#server/storage/openStorage.ts';
import { readDatabaseLocation } from './databaseLocation.ts';
import { runTool } from './runTool.ts';

/**
 * `npm run reset-factors`, with the server stopped: takes everybody's second factor off, for who has lost
 * the key by which their secrets are kept. Passwords stay as they are.
 */
await runTool(async () => {
  const storage = await openStorage(readDatabaseLocation());
  try {
    const stored = await storage.secondFactors.listSecrets();
    for (const { userId } of stored) {
      await storage.secondFactors.remove(userId);
      await storage.sessions.revokeAllOfUser(userId);
    }
    console.info(`Другий чинник знято, користувачів: ${stored.length}. Їхні сеанси завершено.`);
    console.info(`Second factors taken off: ${stored.length}. The sessions of these people have ended.`);
  } finally {
    await storage.close();
  }
  return true;
});
