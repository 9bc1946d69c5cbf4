/** The day it is on this computer, as a date cell takes it: `19.08.2020`. */
export function printToday(now = new Date()): string {
  const [day, month] = [now.getDate(), now.getMonth() + 1].map((part) => String(part).padStart(2, '0'));
  return `${day}.${month}.${now.getFullYear()}`;
}
