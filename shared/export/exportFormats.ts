/** What a report leaves as: where it is asked for, how the command line calls it, and what kind of file it is. */
export const exportFormats = {
  docx: {
    path: '/api/reports/:reportId/export.docx',
    option: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  pdf: {
    path: '/api/reports/:reportId/export.pdf',
    option: 'pdf',
    contentType: 'application/pdf',
    extension: 'pdf',
  },
  html: {
    path: '/api/reports/:reportId/export.html',
    option: 'html',
    contentType: 'text/html; charset=utf-8',
    extension: 'html',
  },
  markdown: {
    path: '/api/reports/:reportId/export.md',
    option: 'md',
    contentType: 'text/markdown; charset=utf-8',
    extension: 'md',
  },
  'open-data': {
    path: '/api/reports/:reportId/export.opendata.zip',
    option: 'opendata',
    contentType: 'application/zip',
    extension: 'zip',
  },
  xlsx: {
    path: '/api/reports/:reportId/export.xlsx',
    option: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  csv: {
    path: '/api/reports/:reportId/export.csv',
    option: 'csv',
    contentType: 'text/csv; charset=utf-8',
    extension: 'csv',
  },
} as const;

export type ExportFormat = keyof typeof exportFormats;
