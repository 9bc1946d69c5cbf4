import 'i18next';
import type { ukrainian } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof ukrainian;
  }
}
