import { describe, expect, it } from 'vitest';
import { type AccessRequest, can } from '#shared/access/can.ts';
import { isErrorCode } from '#shared/errors/catalogue.ts';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import type { SheetStatus } from '#shared/model/structure.ts';
import type { Actor, Membership } from '#shared/model/user.ts';

const here = ReportId.parse('here');
const elsewhere = ReportId.parse('elsewhere');
const own = OrganisationId.parse('own');
const second = OrganisationId.parse('second');
const other = OrganisationId.parse('other');

const editorOf = (organisationId: OrganisationId, reportId = here): Membership => ({
  reportId,
  role: 'editor',
  organisationId,
});
const build = (memberships: Membership[], isAdministrator = false): Actor => ({
  userId: UserId.parse('u1'),
  name: '',
  isAdministrator,
  memberships,
});

/** Everybody who may ask: each with what the whole matrix below says of them. */
const actors = {
  nobody: build([]),
  administrator: build([], true),
  viewer: build([{ reportId: here, role: 'viewer' }]),
  editor: build([editorOf(own)]),
  editorOfTwo: build([editorOf(own), editorOf(second)]),
  editorElsewhere: build([editorOf(own, elsewhere)]),
  viewerHereEditorElsewhere: build([{ reportId: here, role: 'viewer' }, editorOf(own, elsewhere)]),
  coordinator: build([{ reportId: here, role: 'coordinator' }]),
  coordinatorElsewhere: build([{ reportId: elsewhere, role: 'coordinator' }]),
  editorWhoAdministers: build([editorOf(own)], true),
  coordinatorWhoEdits: build([editorOf(own), { reportId: here, role: 'coordinator' }]),
} as const;
type ActorName = keyof typeof actors;

const statuses: SheetStatus[] = ['draft', 'returned', 'submitted', 'accepted'];

function ask(name: ActorName, request: AccessRequest): string {
  const decision = can(actors[name], request);
  return decision.allowed ? 'yes' : decision.reason;
}

/** The whole table, by hand: a decision that changes has to be changed here too. */
const table: Record<
  ActorName,
  { read: string; ownOpen: string; ownClosed: string; foreign: string; text: string; govern: string }
> = {
  nobody: row(
    'access.report',
    'access.report',
    'access.report',
    'access.report',
    'access.report',
    'access.administrator-only',
  ),
  administrator: row('yes', 'access.viewer', 'access.viewer', 'access.viewer', 'access.narrative', 'yes'),
  viewer: row(
    'yes',
    'access.viewer',
    'access.viewer',
    'access.viewer',
    'access.narrative',
    'access.administrator-only',
  ),
  editor: row(
    'yes',
    'yes',
    'access.sheet-locked',
    'access.not-your-sheet',
    'yes',
    'access.administrator-only',
  ),
  editorOfTwo: row(
    'yes',
    'yes',
    'access.sheet-locked',
    'access.not-your-sheet',
    'yes',
    'access.administrator-only',
  ),
  editorElsewhere: row(
    'access.report',
    'access.report',
    'access.report',
    'access.report',
    'access.report',
    'access.administrator-only',
  ),
  viewerHereEditorElsewhere: row(
    'yes',
    'access.viewer',
    'access.viewer',
    'access.viewer',
    'access.narrative',
    'access.administrator-only',
  ),
  coordinator: row('yes', 'yes', 'yes', 'yes', 'yes', 'access.administrator-only'),
  coordinatorElsewhere: row(
    'access.report',
    'access.report',
    'access.report',
    'access.report',
    'access.report',
    'access.administrator-only',
  ),
  editorWhoAdministers: row('yes', 'yes', 'access.sheet-locked', 'access.not-your-sheet', 'yes', 'yes'),
  coordinatorWhoEdits: row('yes', 'yes', 'yes', 'yes', 'yes', 'access.administrator-only'),
};

function row(
  read: string,
  ownOpen: string,
  ownClosed: string,
  foreign: string,
  text: string,
  govern: string,
) {
  return { read, ownOpen, ownClosed, foreign, text, govern };
}

describe.each(Object.keys(actors) as ActorName[])('rights of %s', (name) => {
  const expected = table[name];

  it.each(['report.read', 'report.export', 'sheet.read', 'narrative.read'] as const)('CAN-1 %s', (action) => {
    expect(ask(name, { action, reportId: here })).toBe(expected.read);
  });

  it.each(statuses)('CAN-2 write to their own sheet while it is %s', (status) => {
    const isOpen = status === 'draft' || status === 'returned';
    expect(
      ask(name, { action: 'sheet.write', reportId: here, reportStatus: 'open', organisationId: own, status }),
    ).toBe(isOpen ? expected.ownOpen : expected.ownClosed);
  });

  it.each(statuses)('CAN-3 write to another’s sheet while it is %s', (status) => {
    expect(
      ask(name, {
        action: 'sheet.write',
        reportId: here,
        reportStatus: 'open',
        organisationId: other,
        status,
      }),
    ).toBe(expected.foreign);
  });

  it('CAN-4 write a text that their organisation is responsible for, with others', () => {
    expect(
      ask(name, {
        action: 'narrative.write',
        reportId: here,
        reportStatus: 'open',
        responsible: [other, own],
      }),
    ).toBe(expected.text);
  });

  it('CAN-4 write a text that another organisation, or none, is responsible for', () => {
    const writesAll = name === 'coordinator' || name === 'coordinatorWhoEdits';
    for (const responsible of [[other], []]) {
      const answer = ask(name, {
        action: 'narrative.write',
        reportId: here,
        reportStatus: 'open',
        responsible,
      });
      expect(answer).toBe(writesAll ? 'yes' : expected.read === 'yes' ? 'access.narrative' : 'access.report');
    }
  });

  it('TLK-11 read comments, and write them', () => {
    expect(ask(name, { action: 'comment.read', reportId: here })).toBe(expected.read);
    const reading: ActorName[] = ['viewer', 'administrator', 'viewerHereEditorElsewhere'];
    const answer = reading.includes(name) ? 'access.viewer' : expected.read;
    expect(ask(name, { action: 'comment.write', reportId: here, reportStatus: 'open' })).toBe(answer);
  });

  it('ACC-70 keep views of their own', () => {
    expect(ask(name, { action: 'view.keep', reportId: here })).toBe(expected.read);
  });

  it.each([
    ['ACC-71 publish a view for everybody in the report', 'view.publish'],
    ['ACC-80 manage the report', 'report.manage'],
  ] as const)('%s', (_title, action) => {
    const managers: ActorName[] = [
      'administrator',
      'editorWhoAdministers',
      'coordinator',
      'coordinatorWhoEdits',
    ];
    const refusal = expected.read === 'yes' ? 'access.coordinator-only' : 'access.report';
    expect(ask(name, { action, reportId: here, reportStatus: 'open' })).toBe(
      managers.includes(name) ? 'yes' : refusal,
    );
  });

  it.each(['users.manage', 'organisations.manage', 'reports.create'] as const)('CAN-5 %s', (action) => {
    expect(ask(name, { action })).toBe(expected.govern);
  });

  it('CAN-5 organisations.read', () => {
    const isCoordinator = actors[name].memberships.some(({ role }) => role === 'coordinator');
    const answer = actors[name].isAdministrator || isCoordinator ? 'yes' : 'access.coordinator-only';
    expect(ask(name, { action: 'organisations.read' })).toBe(answer);
  });
});

describe('rights', () => {
  it('CAN-2 an editor of two organisations writes both sheets', () => {
    for (const organisationId of [own, second]) {
      const request = {
        action: 'sheet.write',
        reportId: here,
        reportStatus: 'open',
        organisationId,
        status: 'draft',
      } as const;
      expect(ask('editorOfTwo', request)).toBe('yes');
    }
  });

  it('CAN-6 every refusal is an error that can be read', () => {
    for (const { read, ownOpen, ownClosed, foreign, text, govern } of Object.values(table)) {
      for (const answer of [read, ownOpen, ownClosed, foreign, text, govern]) {
        expect(answer === 'yes' || isErrorCode(answer)).toBe(true);
      }
    }
  });

  it('CAN-7 a decision leaves actor and request as they are', () => {
    const request = Object.freeze({
      action: 'narrative.write',
      reportId: here,
      reportStatus: 'open',
      responsible: Object.freeze([own]),
    });
    for (const actor of Object.values(actors)) {
      Object.freeze(actor);
      Object.freeze(actor.memberships);
      expect(can(actor, request as AccessRequest)).toEqual(can(actor, request as AccessRequest));
    }
  });
});
