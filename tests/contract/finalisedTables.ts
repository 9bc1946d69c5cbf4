type Event = 'insert' | 'update' | 'delete';

/** What becomes of a table when the report that its rows belong to is finalised. */
export type Declaration =
  /** The database itself refuses these writes; `key` is a column that says whose the row is. */
  | { kind: 'guarded'; key: string; events: readonly Event[]; refusal: RegExp }
  /** What is kept of the finalising itself, and guarded by triggers of its own. */
  | { kind: 'record'; why: string }
  /** Belongs to a person, or to who may look, and says nothing of what the report is. */
  | { kind: 'personal'; why: string }
  /** Made from the journal, which is guarded, and held against it by the check (HIS-36). */
  | { kind: 'derived' };

const everyEvent = ['insert', 'update', 'delete'] as const;
const finalised = /the report is finalised/;

function guarded(key = 'report_id', events: readonly Event[] = everyEvent, refusal = finalised): Declaration {
  return { kind: 'guarded', key, events, refusal };
}

/**
 * Every table whose rows belong to a report: by a `report_id`, by the name of a document, or by a foreign
 * key to such a table.
 */
export const finalisedTables: Readonly<Record<string, Declaration>> = {
  // Another report may be made; this one neither changes nor goes.
  reports: guarded('id', ['update', 'delete']),
  sheets: guarded(),
  // Its steps are kept in open reports too, and one that does not follow is refused with other words.
  sheet_transitions: guarded('report_id', everyEvent, /finalised|are kept|out of order/),
  finding_explanations: guarded(),
  directions: guarded(),
  indicators: guarded(),
  responsibilities: guarded(),
  budget_lines: guarded(),
  extra_columns: guarded(),
  corrections: guarded(),
  comment_threads: guarded(),
  comments: guarded('thread_id'),
  // A document without an entry says nothing, and takes none.
  documents: guarded('name', ['update', 'delete']),
  journal: guarded('document_id'),

  report_steps: { kind: 'record', why: 'who closed and reopened it, when and why' },
  report_versions: { kind: 'record', why: 'what was made of it' },
  report_version_files: { kind: 'record', why: 'what was made of it' },
  version_signatures: { kind: 'record', why: 'attached to a version that is there' },
  reader_links: { kind: 'record', why: 'who may see a version' },

  memberships: { kind: 'personal', why: 'who may see it changes after it is closed too' },
  views: { kind: 'personal', why: 'how tables are looked at' },
  last_views: { kind: 'personal', why: 'how tables were left' },
  looks: { kind: 'personal', why: 'what a person has looked through' },
  notices: { kind: 'personal', why: 'what a person was told' },
  versions: { kind: 'personal', why: 'names for moments that have passed, given by who looks back at them' },

  client_owners: { kind: 'derived' },
  snapshots: { kind: 'derived' },
  checkpoints: { kind: 'derived' },
  row_changes: { kind: 'derived' },
  history_marks: { kind: 'derived' },
};
