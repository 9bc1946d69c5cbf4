import { notifications } from '@mantine/notifications';

/** Says once, however often a key is pressed, that what is asked for has to wait. */
export function showBusy(message: string): void {
  notifications.show({ id: 'work-busy', color: 'yellow', message });
}
