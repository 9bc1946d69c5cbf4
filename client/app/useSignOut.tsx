import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { apiSend } from '#client/api/client.ts';
import { apiPaths } from '#shared/api/contract.ts';
import type { Actor } from '#shared/model/user.ts';
import { pagePaths } from './links.ts';

/** Ends the session and takes this browser's copies away. */
export function useSignOut(_actor: Actor): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return () => {
    const signOut = async () => {
      await apiSend(apiPaths.session, { method: 'DELETE' });
      queries.clear();
      await navigate(pagePaths.signIn);
    };
    void signOut();
  };
}
