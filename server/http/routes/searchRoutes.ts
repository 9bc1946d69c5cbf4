import { apiPaths } from '#shared/api/contract.ts';
import { SearchAnswer, SearchQuery } from '#shared/api/search.ts';
import { type Route, userRoute } from '../Route.ts';

export const searchRoutes: readonly Route[] = [
  userRoute({
    method: 'get',
    path: apiPaths.search,
    summary: 'Finds words in the rows, texts and names of all reports I may read.',
    query: SearchQuery,
    answer: { status: 200, schema: SearchAnswer },
    errors: ['request.too-many'],
    async handle({ services, caller, query, signal }) {
      await services.countSearch(caller.actor.userId);
      return { body: await services.search.search(caller.actor, query, signal) };
    },
  }),
];
