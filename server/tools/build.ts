import { buildClient, isClientBuildStale } from '#server/tools/clientBuild.ts';

/** `npm run build`; with --if-stale only when there is something to build. */
if (!process.argv.includes('--if-stale') || isClientBuildStale()) await buildClient();
