import type { AccessRequest } from './can.ts';

export type AccessAction = AccessRequest['action'];

/** What `can` looks at besides who asks. */
export type AccessSubject = 'city' | 'report' | 'sheet' | 'narrative';

/**
 * Every action that `can` decides about, for whoever has to list them all: docs/RIGHTS.md is made of it,
 * and the tests try each one on the server.
 */
export const accessActions = {
  'users.manage': { about: 'city', uk: 'вести користувачів', en: 'manage people' },
  'organisations.read': { about: 'city', uk: 'бачити виконавців міста', en: 'look the organisations up' },
  'organisations.manage': { about: 'city', uk: 'вести виконавців міста', en: 'manage the organisations' },
  'reports.create': { about: 'city', uk: 'створювати звіти', en: 'make reports' },
  'report.read': { about: 'report', uk: 'читати звіт', en: 'read a report' },
  'report.export': { about: 'report', uk: 'експортувати звіт', en: 'export it' },
  'report.oversee': { about: 'report', uk: 'стежити за звітом', en: 'oversee it' },
  'report.finalise': { about: 'report', uk: 'завершити звіт', en: 'finalise it' },
  'report.publish': {
    about: 'report',
    uk: 'оприлюднювати завершений звіт',
    en: 'publish it once it is finalised',
  },
  'report.reopen': { about: 'report', uk: 'відкрити звіт знову', en: 'open it again' },
  'report.manage': { about: 'report', uk: 'вести будову звіту', en: 'manage what it is made of' },
  'comment.read': { about: 'report', uk: 'читати коментарі', en: 'read comments' },
  'comment.write': { about: 'report', uk: 'писати коментарі', en: 'write comments' },
  'view.keep': { about: 'report', uk: 'зберігати свої вигляди', en: 'keep views of one’s own' },
  'view.publish': { about: 'report', uk: 'публікувати вигляди', en: 'publish a view for everybody' },
  'sheets.accept': { about: 'report', uk: 'приймати аркуші разом', en: 'accept several sheets at once' },
  'sheet.read': { about: 'report', uk: 'читати аркуш', en: 'read a sheet' },
  'sheet.write': { about: 'sheet', uk: 'писати в аркуші', en: 'write in a sheet' },
  'sheet.submit': { about: 'sheet', uk: 'подати аркуш', en: 'submit a sheet' },
  'sheet.withdraw': { about: 'sheet', uk: 'відкликати подання', en: 'withdraw a submission' },
  'sheet.return': { about: 'sheet', uk: 'повернути аркуш', en: 'return a sheet' },
  'sheet.accept': { about: 'sheet', uk: 'прийняти аркуш', en: 'accept a sheet' },
  'narrative.read': { about: 'narrative', uk: 'читати текст напряму', en: 'read the text of a direction' },
  'narrative.write': { about: 'narrative', uk: 'писати текст напряму', en: 'write the text of a direction' },
} as const satisfies Record<AccessAction, { about: AccessSubject; uk: string; en: string }>;

export const accessActionNames = Object.keys(accessActions) as AccessAction[];
