import type { DirectionId, OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';

/** Where the people have their parts, and what is tried. */
export type Places = {
  reportId: ReportId;
  /** Whose sheet and text everything is tried on. */
  organisationId: OrganisationId;
  otherOrganisationId: OrganisationId;
  otherReportId: ReportId;
  /** Whose text `organisationId` is responsible for. */
  directionId: DirectionId;
};

/** How somebody proves who they are: by a cookie, by an API token, or not at all. */
export type Identity = 'session' | 'token' | 'none' | 'ended session' | 'revoked token';

export type Person = {
  uk: string;
  en: string;
  identity: Identity;
  isAdministrator?: true;
  /** An account that is switched off: its session has ended and its token is revoked by that. */
  isDisabled?: true;
  /** Has to set up a second factor, and has not. */
  isUnsecured?: true;
  memberships(places: Places): Membership[];
};

const editsHere = ({ reportId, organisationId }: Places): Membership[] => [
  { reportId, role: 'editor', organisationId },
];
const coordinatesHere = ({ reportId }: Places): Membership[] => [{ reportId, role: 'coordinator' }];
const nothing = (): Membership[] => [];

/** Everybody who may turn up at a door. Whoever adds a role adds a line. */
export const people = {
  administrator: {
    uk: 'адміністратор',
    en: 'administrator',
    identity: 'session',
    isAdministrator: true,
    memberships: nothing,
  },
  coordinator: {
    uk: 'координатор',
    en: 'coordinator',
    identity: 'session',
    memberships: coordinatesHere,
  },
  editor: {
    uk: 'редактор виконавця',
    en: 'editor of the organisation',
    identity: 'session',
    memberships: editsHere,
  },
  editorOfAnother: {
    uk: 'редактор іншого виконавця',
    en: 'editor of another organisation',
    identity: 'session',
    memberships: ({ reportId, otherOrganisationId }) => [
      { reportId, role: 'editor', organisationId: otherOrganisationId },
    ],
  },
  viewer: {
    uk: 'глядач',
    en: 'viewer',
    identity: 'session',
    memberships: ({ reportId }) => [{ reportId, role: 'viewer' }],
  },
  script: {
    uk: 'ключ доступу редактора',
    en: 'API token of the editor',
    identity: 'token',
    memberships: editsHere,
  },
  coordinatorElsewhere: {
    uk: 'координатор іншого звіту',
    en: 'coordinator of another report',
    identity: 'session',
    memberships: ({ otherReportId }) => [{ reportId: otherReportId, role: 'coordinator' }],
  },
  editorElsewhere: {
    uk: 'редактор в іншому звіті',
    en: 'editor in another report',
    identity: 'session',
    memberships: ({ otherReportId, organisationId }) => [
      { reportId: otherReportId, role: 'editor', organisationId },
    ],
  },
  stranger: {
    uk: 'користувач без ролі',
    en: 'account without a part',
    identity: 'session',
    memberships: nothing,
  },
  unsecured: {
    uk: 'координатор без другого чинника, де його вимагають',
    en: 'coordinator without the second factor that is required',
    identity: 'session',
    isUnsecured: true,
    memberships: coordinatesHere,
  },
  disabled: {
    uk: 'вимкнений координатор',
    en: 'coordinator who is switched off',
    identity: 'ended session',
    isDisabled: true,
    memberships: coordinatesHere,
  },
  revoked: {
    uk: 'відкликаний ключ доступу координатора',
    en: 'revoked API token of the coordinator',
    identity: 'revoked token',
    memberships: coordinatesHere,
  },
  anonymous: { uk: 'без входу', en: 'signed out', identity: 'none', memberships: nothing },
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof people;
export const personNames = Object.keys(people) as PersonName[];
export const personOf = (name: PersonName): Person => people[name];
