import { expect, test } from 'vitest';
import { buildConnectSnippet } from '#client/profile/buildConnectSnippet.ts';
import { OrganisationId, ReportId } from '#shared/model/ids.ts';

test('names this server and a sheet the person edits', () => {
  const memberships = [
    {
      reportId: ReportId.parse('r2020'),
      role: 'editor' as const,
      organisationId: OrganisationId.parse('o1'),
    },
  ];
  const snippet = buildConnectSnippet({ memberships }, 'https://zvit.example');
  expect(snippet).toContain("'wss://zvit.example/yjs', 'sheet/r2020/o1'");
});

test('stands without a membership too', () => {
  expect(buildConnectSnippet({ memberships: [] }, 'http://127.0.0.1:3000')).toContain(
    'ws://127.0.0.1:3000/yjs',
  );
});
