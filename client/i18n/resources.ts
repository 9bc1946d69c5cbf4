import { access as enAccess } from './en/access.ts';
import { budget as enBudget } from './en/budget.ts';
import { cellHistory as enCellHistory } from './en/cellHistory.ts';
import { changes as enChanges } from './en/changes.ts';
import { columns as enColumns } from './en/columns.ts';
import { comments as enComments } from './en/comments.ts';
import { common as enCommon } from './en/common.ts';
import { compare as enCompare } from './en/compare.ts';
import { conflict as enConflict } from './en/conflict.ts';
import { control as enControl } from './en/control.ts';
import { exports as enExports } from './en/exports.ts';
import { factor as enFactor } from './en/factor.ts';
import { finalising as enFinalising } from './en/finalising.ts';
import { find as enFind } from './en/find.ts';
import { findings as enFindings } from './en/findings.ts';
import { grid as enGrid } from './en/grid.ts';
import { hands as enHands } from './en/hands.ts';
import { history as enHistory } from './en/history.ts';
import { imports as enImports } from './en/imports.ts';
import { keys as enKeys } from './en/keys.ts';
import { mail as enMail } from './en/mail.ts';
import { news as enNews } from './en/news.ts';
import { notices as enNotices } from './en/notices.ts';
import { paste as enPaste } from './en/paste.ts';
import { people as enPeople } from './en/people.ts';
import { profile as enProfile } from './en/profile.ts';
import { programmes as enProgrammes } from './en/programmes.ts';
import { properties as enProperties } from './en/properties.ts';
import { provider as enProvider } from './en/provider.ts';
import { report as enReport } from './en/report.ts';
import { reports as enReports } from './en/reports.ts';
import { rows as enRows } from './en/rows.ts';
import { search as enSearch } from './en/search.ts';
import { setup as enSetup } from './en/setup.ts';
import { signin as enSignin } from './en/signin.ts';
import { small as enSmall } from './en/small.ts';
import { structure as enStructure } from './en/structure.ts';
import { submission as enSubmission } from './en/submission.ts';
import { text as enText } from './en/text.ts';
import { users as enUsers } from './en/users.ts';
import { versions as enVersions } from './en/versions.ts';
import { views as enViews } from './en/views.ts';
import { work as enWork } from './en/work.ts';
import { access as ukAccess } from './uk/access.ts';
import { budget as ukBudget } from './uk/budget.ts';
import { cellHistory as ukCellHistory } from './uk/cellHistory.ts';
import { changes as ukChanges } from './uk/changes.ts';
import { columns as ukColumns } from './uk/columns.ts';
import { comments as ukComments } from './uk/comments.ts';
import { common as ukCommon } from './uk/common.ts';
import { compare as ukCompare } from './uk/compare.ts';
import { conflict as ukConflict } from './uk/conflict.ts';
import { control as ukControl } from './uk/control.ts';
import { exports as ukExports } from './uk/exports.ts';
import { factor as ukFactor } from './uk/factor.ts';
import { finalising as ukFinalising } from './uk/finalising.ts';
import { find as ukFind } from './uk/find.ts';
import { findings as ukFindings } from './uk/findings.ts';
import { grid as ukGrid } from './uk/grid.ts';
import { hands as ukHands } from './uk/hands.ts';
import { history as ukHistory } from './uk/history.ts';
import { imports as ukImports } from './uk/imports.ts';
import { keys as ukKeys } from './uk/keys.ts';
import { mail as ukMail } from './uk/mail.ts';
import { news as ukNews } from './uk/news.ts';
import { notices as ukNotices } from './uk/notices.ts';
import { paste as ukPaste } from './uk/paste.ts';
import { people as ukPeople } from './uk/people.ts';
import { profile as ukProfile } from './uk/profile.ts';
import { programmes as ukProgrammes } from './uk/programmes.ts';
import { properties as ukProperties } from './uk/properties.ts';
import { provider as ukProvider } from './uk/provider.ts';
import { report as ukReport } from './uk/report.ts';
import { reports as ukReports } from './uk/reports.ts';
import { rows as ukRows } from './uk/rows.ts';
import { search as ukSearch } from './uk/search.ts';
import { setup as ukSetup } from './uk/setup.ts';
import { signin as ukSignin } from './uk/signin.ts';
import { small as ukSmall } from './uk/small.ts';
import { structure as ukStructure } from './uk/structure.ts';
import { submission as ukSubmission } from './uk/submission.ts';
import { text as ukText } from './uk/text.ts';
import { users as ukUsers } from './uk/users.ts';
import { versions as ukVersions } from './uk/versions.ts';
import { views as ukViews } from './uk/views.ts';
import { work as ukWork } from './uk/work.ts';

/** All that the product says, by namespace. The Ukrainian side decides which keys exist. */
export const ukrainian = {
  access: ukAccess,
  budget: ukBudget,
  cellHistory: ukCellHistory,
  changes: ukChanges,
  columns: ukColumns,
  comments: ukComments,
  common: ukCommon,
  compare: ukCompare,
  grid: ukGrid,
  imports: ukImports,
  exports: ukExports,
  finalising: ukFinalising,
  factor: ukFactor,
  find: ukFind,
  findings: ukFindings,
  hands: ukHands,
  history: ukHistory,
  keys: ukKeys,
  mail: ukMail,
  conflict: ukConflict,
  small: ukSmall,
  signin: ukSignin,
  setup: ukSetup,
  reports: ukReports,
  control: ukControl,
  report: ukReport,
  notices: ukNotices,
  paste: ukPaste,
  people: ukPeople,
  profile: ukProfile,
  provider: ukProvider,
  programmes: ukProgrammes,
  properties: ukProperties,
  structure: ukStructure,
  submission: ukSubmission,
  text: ukText,
  users: ukUsers,
  rows: ukRows,
  search: ukSearch,
  news: ukNews,
  versions: ukVersions,
  views: ukViews,
  work: ukWork,
} as const;
export const english = {
  access: enAccess,
  budget: enBudget,
  cellHistory: enCellHistory,
  changes: enChanges,
  columns: enColumns,
  comments: enComments,
  common: enCommon,
  compare: enCompare,
  grid: enGrid,
  imports: enImports,
  exports: enExports,
  finalising: enFinalising,
  factor: enFactor,
  find: enFind,
  findings: enFindings,
  hands: enHands,
  history: enHistory,
  keys: enKeys,
  mail: enMail,
  conflict: enConflict,
  small: enSmall,
  signin: enSignin,
  setup: enSetup,
  reports: enReports,
  control: enControl,
  report: enReport,
  notices: enNotices,
  paste: enPaste,
  people: enPeople,
  profile: enProfile,
  provider: enProvider,
  programmes: enProgrammes,
  properties: enProperties,
  structure: enStructure,
  submission: enSubmission,
  text: enText,
  users: enUsers,
  rows: enRows,
  search: enSearch,
  news: enNews,
  versions: enVersions,
  views: enViews,
  work: enWork,
} as const;
