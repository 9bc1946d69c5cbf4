import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { must } from '#shared/must.ts';
import { App } from './app/App.tsx';
import { preloadReportPage } from './app/AppRoutes.tsx';
import { registerOfflineShell } from './app/registerOfflineShell.ts';
import { setupI18n } from './i18n/setup.ts';
import { watchScreen } from './ui/screen.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import './app/small.css';

preloadReportPage(location.pathname);
await setupI18n();
registerOfflineShell();
watchScreen();

createRoot(must(document.getElementById('root'), 'the root element of index.html')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
