import { createReport } from '#server/structure/createReport.ts';
import { editStructure } from '#server/structure/editStructure.ts';
import { importBudget } from '#server/structure/importBudget.ts';
import { importIndicators } from '#server/structure/importIndicators.ts';
import { importOrganisations } from '#server/structure/importOrganisations.ts';
import { apiPaths, ReportAnswer, ReportParams } from '#shared/api/contract.ts';
import {
  ImportAnswer,
  ImportRequest,
  OrganisationAnswer,
  OrganisationList,
  ProgrammeAnswer,
  ProgrammeChangeRequest,
  ProgrammeList,
  ProgrammeParams,
  ReportCreateAnswer,
  ReportCreateRequest,
} from '#shared/api/structure.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { applyOrganisationEdit } from '#shared/structure/applyOrganisationEdit.ts';
import { changeProgramme } from '#shared/structure/changeProgramme.ts';
import { OrganisationEdit } from '#shared/structure/OrganisationEdit.ts';
import { StructureEdit } from '#shared/structure/StructureEdit.ts';
import { type Route, userRoute } from '../Route.ts';

/** Setting a city up: its organisations, its reports, and what each report is made of. */
export const structureRoutes: readonly Route[] = [
  userRoute({
    method: 'patch',
    path: apiPaths.reportStructure,
    summary:
      'Makes one change to the directions, the indicators, the organisations, the approved plan, the added columns or the corrections of a report.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.manage', reportId }),
    body: StructureEdit,
    bodyLimit: 1_500_000,
    answer: { status: 200, schema: ReportAnswer },
    errors: [
      'access.report',
      'access.coordinator-only',
      'access.finalised',
      'report.unknown',
      'organisation.unknown',
      'budget.taken',
      'correction.not-counted',
      'structure.changed',
      'structure.corrected',
      'structure.held',
      'structure.planned',
      'structure.has-indicators',
      'structure.key-taken',
      'structure.not-in-report',
      'structure.number-taken',
      'structure.part-circle',
      'structure.title-taken',
      'structure.too-many',
      'submission.kept',
    ],
    handle: async ({ services, caller, params, body }) => ({
      body: await editStructure(services, params.reportId, body, caller.actor.userId),
    }),
  }),

  userRoute({
    method: 'post',
    path: apiPaths.reports,
    summary: 'Makes a report: an empty one, or next year’s from the structure and the text of another.',
    rights: () => ({ action: 'reports.create' }),
    body: ReportCreateRequest,
    answer: { status: 201, schema: ReportCreateAnswer },
    errors: ['access.administrator-only', 'report.exists', 'report.unknown', 'programme.unknown'],
    handle: async ({ services, caller, body }) => ({
      body: { reportId: await createReport(services, body, caller.actor.userId) },
    }),
  }),

  userRoute({
    method: 'get',
    path: apiPaths.programmes,
    summary: 'All programmes, the latest period first.',
    rights: () => ({ action: 'reports.create' }),
    answer: { status: 200, schema: ProgrammeList },
    errors: ['access.administrator-only'],
    handle: async ({ services }) => ({
      body: { programmes: await services.storage.reports.listProgrammes() },
    }),
  }),

  userRoute({
    method: 'patch',
    path: apiPaths.programme,
    summary:
      'Changes a programme: its title, period, decision, and the decisions that have changed it since.',
    params: ProgrammeParams,
    rights: () => ({ action: 'reports.create' }),
    body: ProgrammeChangeRequest,
    answer: { status: 200, schema: ProgrammeAnswer },
    errors: [
      'access.administrator-only',
      'programme.unknown',
      'programme.years',
      'programme.amendment-twice',
      'programme.amendment-early',
      'structure.changed',
    ],
    async handle({ services: { storage, collaboration }, params, body }) {
      const { programme, reportIds } = await storage.reports.changeProgramme(
        params.programmeId,
        (now, years) => changeProgramme(now, years, body),
      );
      for (const id of reportIds) collaboration.structureChanged(id);
      return { body: { programme } };
    },
  }),

  userRoute({
    method: 'get',
    path: apiPaths.organisations,
    summary: 'All organisations of the city, whether or not they take part in a report.',
    rights: () => ({ action: 'organisations.read' }),
    answer: { status: 200, schema: OrganisationList },
    errors: ['access.coordinator-only'],
    handle: async ({ services }) => ({
      body: { organisations: await services.storage.organisations.list() },
    }),
  }),

  userRoute({
    method: 'patch',
    path: apiPaths.organisations,
    summary: 'Adds, changes or removes one organisation of the city.',
    rights: () => ({ action: 'organisations.manage' }),
    body: OrganisationEdit,
    answer: { status: 200, schema: OrganisationAnswer },
    errors: [
      'access.administrator-only',
      'organisation.unknown',
      'organisation.taken',
      'organisation.in-reports',
      'organisation.too-many',
      'structure.changed',
    ],
    async handle({ services: { storage, collaboration }, body }) {
      let organisation: Organisation | null = null;
      const reportIds = await storage.organisations.change((now) => {
        const next = applyOrganisationEdit(now, body);
        organisation = body.kind === 'remove' ? null : (next.find((one) => !now.includes(one)) ?? null);
        return next;
      });
      for (const id of reportIds) collaboration.structureChanged(id);
      return { body: { organisation } };
    },
  }),

  userRoute({
    method: 'post',
    path: apiPaths.organisationImport,
    summary:
      'Looks at what a CSV file would do to the organisations of the city, or does it, all or nothing.',
    rights: () => ({ action: 'organisations.manage' }),
    body: ImportRequest,
    bodyLimit: 10_000_000,
    answer: { status: 200, schema: ImportAnswer },
    errors: ['access.administrator-only', 'structure.changed'],
    handle: async ({ services, body }) => ({ body: await importOrganisations(services, body) }),
  }),

  userRoute({
    method: 'post',
    path: apiPaths.indicatorImport,
    summary: 'Looks at what a CSV file would do to the indicators of a report, or does it, all or nothing.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.manage', reportId }),
    body: ImportRequest,
    bodyLimit: 10_000_000,
    answer: { status: 200, schema: ImportAnswer },
    errors: [
      'access.report',
      'access.coordinator-only',
      'access.finalised',
      'report.unknown',
      'structure.changed',
    ],
    handle: async ({ services, params, body }) => ({
      body: await importIndicators(services, params.reportId, body),
    }),
  }),

  userRoute({
    method: 'post',
    path: apiPaths.budgetImport,
    summary:
      'Looks at what a CSV file would do to the approved plan of a report, or does it, all or nothing.',
    params: ReportParams,
    rights: ({ reportId }) => ({ action: 'report.manage', reportId }),
    body: ImportRequest,
    bodyLimit: 10_000_000,
    answer: { status: 200, schema: ImportAnswer },
    errors: [
      'access.report',
      'access.coordinator-only',
      'access.finalised',
      'report.unknown',
      'structure.changed',
    ],
    handle: async ({ services, params, body }) => ({
      body: await importBudget(services, params.reportId, body),
    }),
  }),
];
