import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '#client/api/ApiProblem.ts';
import { whenRepeated } from '#client/api/repeatKeys.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays a refusal; only a network that failed is worth asking again.
      retry: (failures, error) => !(error instanceof ApiProblem) && failures < 2,
      // The page works without a network: an answer may come from the offline shell's copy.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

// An answer that was given before says how things stood then.
whenRepeated(() => void queryClient.invalidateQueries());
