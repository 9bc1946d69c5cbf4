import { readFileSync } from 'node:fs';

/** Memory of a process in bytes; null where there is no /proc. */
export function readMemory(pid: number): number | null {
  return readStatus(pid, 'VmRSS');
}

/** The most memory a process has held so far, in bytes; null where there is no /proc. */
export function readPeakMemory(pid: number): number | null {
  return readStatus(pid, 'VmHWM');
}

/** The processes that a process has started and that still run; none where there is no /proc. */
export function readChildren(pid: number): number[] {
  return tryRead(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

/** Processor time a process has used, in milliseconds; null where there is no /proc. */
export function readProcessorMs(pid: number): number | null {
  // Past the name, which may hold spaces: user and system time are the 12th and 13th, in hundredths.
  const fields = tryRead(`/proc/${pid}/stat`).split(') ')[1]?.split(' ');
  if (!fields) return null;
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Processor time all processes of the machine have used, in milliseconds; null where there is no /proc. */
export function readMachineMs(): number | null {
  const fields = tryRead('/proc/stat').split('\n')[0]?.split(/\s+/).slice(1).map(Number);
  if (!fields || fields.length < 8) return null;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = fields;
  return (user + nice + system + irq + softIrq + steal) * 10;
}

function readStatus(pid: number, name: string): number | null {
  const kilobytes = new RegExp(`${name}:\\s+(\\d+) kB`).exec(tryRead(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

function tryRead(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
