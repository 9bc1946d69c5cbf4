import { expect, test } from 'vitest';
import { tabLink } from '#client/app/tabLink.ts';
import { ReportId } from '#shared/model/ids.ts';

const reportId = ReportId.parse('r2020');

test('GRD-3 from one table to the other goes along what both are narrowed by, and nothing else does', () => {
  const search =
    '?direction=d1,none&organisation=o1&mine=1&state=done&indicator=i1&rows=r1&row=r1&choice.c1=a';
  const from = { pathname: '/reports/r2020/activities', search };
  expect(tabLink(reportId, 'expenditures', from)).toBe(
    '/reports/r2020/expenditures?direction=d1%2Cnone&organisation=o1&mine=1',
  );
  expect(tabLink(reportId, 'activities', { ...from, pathname: '/reports/r2020/expenditures' })).toContain(
    '/reports/r2020/activities?direction=',
  );
  // Its own tab shows all of it; other pages have other filters, or none; another report has other directions.
  expect(tabLink(reportId, 'activities', from)).toBe('/reports/r2020/activities');
  expect(tabLink(reportId, 'control', from)).toBe('/reports/r2020/control');
  for (const pathname of ['/reports/r2020/control', '/reports/r2019/activities'])
    expect(tabLink(reportId, 'expenditures', { pathname, search })).toBe('/reports/r2020/expenditures');
  // What a person had there last is opened by a bare address.
  expect(tabLink(reportId, 'expenditures', { ...from, search: '?state=done&organisation=' })).toBe(
    '/reports/r2020/expenditures',
  );
});
