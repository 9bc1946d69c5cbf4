import { z } from 'zod';
import { apiPaths } from '#shared/api/contract.ts';
import { buildOpenApi } from './buildOpenApi.ts';
import { publicRoute, type Route } from './Route.ts';
import { commentRoutes } from './routes/commentRoutes.ts';
import { comparisonRoutes } from './routes/comparisonRoutes.ts';
import { exampleRoutes } from './routes/exampleRoutes.ts';
import { exportRoutes } from './routes/exportRoutes.ts';
import { finalisingRoutes } from './routes/finalisingRoutes.ts';
import { historyRoutes } from './routes/historyRoutes.ts';
import { linkRoutes } from './routes/linkRoutes.ts';
import { mailRoutes } from './routes/mailRoutes.ts';
import { newsRoutes } from './routes/newsRoutes.ts';
import { noticeRoutes } from './routes/noticeRoutes.ts';
import { oidcRoutes } from './routes/oidcRoutes.ts';
import { profileRoutes } from './routes/profileRoutes.ts';
import { publishingRoutes } from './routes/publishingRoutes.ts';
import { reminderRoutes } from './routes/reminderRoutes.ts';
import { reportRoutes } from './routes/reportRoutes.ts';
import { searchRoutes } from './routes/searchRoutes.ts';
import { secondFactorRoutes } from './routes/secondFactorRoutes.ts';
import { sessionRoutes } from './routes/sessionRoutes.ts';
import { structureRoutes } from './routes/structureRoutes.ts';
import { submissionRoutes } from './routes/submissionRoutes.ts';
import { userRoutes } from './routes/userRoutes.ts';
import { versionRoutes } from './routes/versionRoutes.ts';
import { viewRoutes } from './routes/viewRoutes.ts';

/** The whole HTTP API. A route that is not here does not exist, and one that is here is described. */
export function buildApiRoutes(): readonly Route[] {
  let description: ReturnType<typeof buildOpenApi> | null = null;
  const describeApi = publicRoute({
    method: 'get',
    path: apiPaths.openapi,
    summary: 'This description.',
    answer: { status: 200, schema: z.record(z.string(), z.unknown()) },
    async handle() {
      description ??= buildOpenApi(routes);
      return { body: { ...description } };
    },
  });
  const routes: readonly Route[] = [
    ...sessionRoutes,
    ...oidcRoutes,
    ...exampleRoutes,
    ...reportRoutes,
    ...structureRoutes,
    ...comparisonRoutes,
    ...historyRoutes,
    ...newsRoutes,
    ...versionRoutes,
    ...searchRoutes,
    ...exportRoutes,
    ...submissionRoutes,
    ...commentRoutes,
    ...noticeRoutes,
    ...mailRoutes,
    ...reminderRoutes,
    ...finalisingRoutes,
    ...publishingRoutes,
    ...viewRoutes,
    ...profileRoutes,
    ...userRoutes,
    ...linkRoutes,
    ...secondFactorRoutes,
    describeApi,
  ];
  return routes;
}
