import { type AccessAction, accessActionNames, accessActions } from '#shared/access/accessActions.ts';
import { type ErrorCode, errorCatalogue } from '#shared/errors/catalogue.ts';
import { DirectionId, OrganisationId, ReportId } from '#shared/model/ids.ts';
import { documentPaths } from './attemptDocument.ts';
import { decide, identify, listSituations } from './computeOutcome.ts';
import { type PersonName, type Places, people, personNames } from './people.ts';
import { situations } from './situations.ts';
import type { HttpTry, Outcome } from './Try.ts';

const places: Places = {
  reportId: ReportId.parse('here'),
  otherReportId: ReportId.parse('elsewhere'),
  organisationId: OrganisationId.parse('own'),
  otherOrganisationId: OrganisationId.parse('other'),
  directionId: DirectionId.parse('direction'),
};

const intro = `# Rights

Who may do what. Nothing here is written by hand: the tables are computed by \`can\` (\`shared/access\`), and
the test that holds this page up to date stands beside the one that has everybody try everything on a running
server, over every path and in every state, and demands the same answers (\`tests/server/rights\`; rules ACC-140 to
ACC-142 of [SPEC.md](SPEC.md)). To write the page anew: \`npx vitest run tests/server/rights -u\`.

✓ is a yes. A letter is the reason of a refusal, as the [list below](#why-not) says it.
`;

/** The whole of docs/RIGHTS.md. */
export function printRights(tries: readonly HttpTry[]): string {
  const letters = new Map<Outcome, string>();
  const mark = (outcome: Outcome): string => {
    if (outcome === 'yes') return '✓';
    if (!letters.has(outcome)) letters.set(outcome, String.fromCharCode(97 + letters.size));
    return letters.get(outcome) ?? '';
  };
  const tables = [printActions(mark), printIdentities(mark), printWays(tries)];
  return [intro, ...tables, printReasons(letters)].join('\n');
}

type Mark = (outcome: Outcome) => string;

function printActions(mark: Mark): string {
  const known = personNames.filter((who) => identify(who, 'http') === 'known' && !isUnsecured(who));
  const rows = accessActionNames.flatMap((action) =>
    listSituations(action).map((situation) => {
      const { uk, en } = accessActions[action];
      const depends = isOfSheet(action) || situations[situation].reportStatus === 'finalised';
      const state = depends ? [situations[situation].uk, situations[situation].en] : ['', ''];
      return [
        `\`${action}\``,
        uk,
        en,
        state.join(' / ').replace(/^ \/ $/, ''),
        ...known.map((who) => mark(decide(who, action, situation, places))),
      ];
    }),
  );
  const head = [
    '',
    'Дія',
    'Action',
    'Стан аркуша чи звіту / State of the sheet or the report',
    ...known.map(printPerson),
  ];
  return `## Who may do what\n\n${printTable(head, rows)}`;
}

function printIdentities(mark: Mark): string {
  const isAnybody = (outcome: string) => (outcome === 'known' ? '✓' : mark(outcome as Outcome));
  const rows = personNames.map((who) => [
    printPerson(who),
    people[who].en,
    isAnybody(isUnsecured(who) ? 'session.factor-required' : nobodyIsRefused(identify(who, 'http'))),
    isAnybody(identify(who, 'websocket')),
    isAnybody(identify(who, 'gateway')),
  ]);
  const head = ['Хто', 'Who', 'HTTP', 'websocket `/collaboration`', 'y-websocket `/yjs/`'];
  return `## Who is somebody\n\nWhat everybody may ask over HTTP is told below; for the rest one has to be known.\n\n${printTable(head, rows)}`;
}

function printWays(tries: readonly HttpTry[]): string {
  const overHttp = tries.map(({ route, note, asks }) => {
    const [method = '', path = ''] = route.split(' ');
    return [`${method.toUpperCase()} \`${path}\`${note === undefined ? '' : `, ${note}`}`, printAsked(asks)];
  });
  const inDocuments = Object.keys(documentPaths).flatMap((path) =>
    (['sheet', 'narrative'] as const).flatMap((type) =>
      (['read', 'write'] as const).map((deed) => [
        `${path}: \`${type}/…\`, to ${deed}`,
        printAsked(`${type}.${deed}`),
      ]),
    ),
  );
  return `## What every way asks\n\n${printTable(['Way', 'Asks'], [...overHttp, ...inDocuments])}`;
}

function printReasons(letters: ReadonlyMap<Outcome, string>): string {
  const rows = [...letters].map(([outcome, letter]) => {
    const { uk, en } = errorCatalogue[outcome as ErrorCode];
    return [letter, `\`${outcome}\``, uk, en];
  });
  return `## Why not\n\n${printTable(['', 'Code', 'Українською', 'In English'], rows)}`;
}

function printAsked(asks: HttpTry['asks']): string {
  if (asks === 'everybody') return 'everybody may';
  return asks === 'signed-in' ? 'whoever is signed in' : `\`${asks}\``;
}

const printPerson = (who: PersonName) => `${people[who].uk} \`${who}\``;
const nobodyIsRefused = (identified: string) => (identified === 'nobody' ? 'session.required' : identified);
const isUnsecured = (who: PersonName) => who === 'unsecured';
const isOfSheet = (action: AccessAction) => accessActions[action].about === 'sheet';

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}
