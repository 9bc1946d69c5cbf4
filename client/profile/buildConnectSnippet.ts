import { sheetName } from '#shared/documents/documentName.ts';
import type { Actor } from '#shared/model/user.ts';
import { gatewayPrefix } from '#shared/protocol/messages.ts';

/** Code that connects to this server, with a sheet the person edits where there is one. */
export function buildConnectSnippet(actor: Pick<Actor, 'memberships'>, origin: string): string {
  const edited = actor.memberships.find((membership) => membership.role === 'editor');
  const name = edited ? sheetName(edited.reportId, edited.organisationId) : 'sheet/REPORT/ORGANISATION';
  const server = origin.replace(/^http/, 'ws') + gatewayPrefix.replace(/\/$/, '');
  return [
    '// npm install yjs y-websocket',
    "import { WebsocketProvider } from 'y-websocket';",
    "import * as Y from 'yjs';",
    '',
    'const sheet = new Y.Doc();',
    `const provider = new WebsocketProvider('${server}', '${name}', sheet, {`,
    "  params: { token: 'zvit_…' },",
    '});',
    "provider.on('sync', () => console.log(sheet.getMap('rows').toJSON(), sheet.getMap('cells').toJSON()));",
  ].join('\n');
}
