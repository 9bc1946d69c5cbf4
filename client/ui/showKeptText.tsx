import { notifications } from '@mantine/notifications';
import { KeptText } from './KeptText.tsx';

/** Stays until it is closed: what a person typed must not go by itself. */
export function showKeptText(options: { title: string; explanation: string; text: string }): void {
  notifications.show({
    title: options.title,
    message: <KeptText explanation={options.explanation} text={options.text} />,
    color: 'red',
    autoClose: false,
    withBorder: true,
  });
}
