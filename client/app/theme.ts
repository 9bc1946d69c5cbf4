import {
  CloseButton,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Menu,
  Modal,
  Notification,
  Tooltip,
} from '@mantine/core';

/** The one accent, a deep blue. White words have 8.3:1 on shade 7 and 4.7:1 on shade 5, which has 3.3:1 on the dark page. */
const blue: MantineColorsTuple = [
  '#eef3fb',
  '#d9e4f5',
  '#b3c9ea',
  '#86a9dc',
  '#5f8ed0',
  '#3f74bf',
  '#2f66b3',
  '#1f4b99',
  '#183d80',
  '#112e63',
];

/** `words` are those that no component of a page says. */
export function buildTheme(words: { close: string }): MantineThemeOverride {
  // A variable, as the library's type of an element's defaults leaves its attributes out.
  const crossName = { 'aria-label': words.close };
  return createTheme({
    primaryColor: 'accent',
    primaryShade: { light: 7, dark: 5 },
    colors: { accent: blue },
    autoContrast: true,
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
    fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Segoe UI Mono", "Liberation Mono", monospace',
    defaultRadius: 4,
    headings: { fontWeight: '600' },
    respectReducedMotion: true,
    cursorType: 'pointer',
    components: {
      // A cross has no words; Mantine gives it none in notices and dialogs.
      CloseButton: CloseButton.extend({ defaultProps: crossName }),
      Modal: Modal.extend({ styles: { title: { fontWeight: 600 } } }),
      Drawer: Drawer.extend({ styles: { title: { fontWeight: 600 } } }),
      // The placeholder is an element in the menu that is no menu item: screen readers count it.
      Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
      // The dimmed text of the default is too pale to be read at a glance, and below 4.5:1.
      Notification: Notification.extend({ styles: { description: { color: 'var(--mantine-color-text)' } } }),
      Tooltip: Tooltip.extend({
        defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } },
      }),
    },
  });
}
