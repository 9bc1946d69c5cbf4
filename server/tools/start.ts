import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';

/** `npm start`, and with --demo `npm run demo`: the client is built when it must be, then the server runs here. */
if (process.argv.includes('--demo')) process.env.DEMO = '1';

if (isClientBuildStale()) {
  console.info('Збираю сторінки… / Building the pages…');
  await buildClient();
}

await import('#server/main.ts');
