import type { WebSocket } from 'ws';
import type { Limits } from '../Limits.ts';

/**
 * A token bucket for messages and one for bytes. A socket that has used them up is not read from
 * until they have filled again: the sender waits, and nothing of what it sent is lost.
 */
export function createTrafficLimit(
  socket: WebSocket,
  limits: Limits,
): { count(bytes: number): void; stop(): void } {
  let messages = limits.messagesBurst;
  let bytes = limits.bytesBurst;
  let refilledAt = performance.now();
  let timer: NodeJS.Timeout | null = null;

  const refill = () => {
    const now = performance.now();
    const seconds = (now - refilledAt) / 1000;
    refilledAt = now;
    messages = Math.min(limits.messagesBurst, messages + seconds * limits.messagesPerSecond);
    bytes = Math.min(limits.bytesBurst, bytes + seconds * limits.bytesPerSecond);
  };
  const resume = () => {
    timer = null;
    refill();
    if (messages < 0 || bytes < 0) wait();
    else socket.resume();
  };
  const wait = () => {
    const seconds = Math.max(-messages / limits.messagesPerSecond, -bytes / limits.bytesPerSecond);
    timer = setTimeout(resume, Math.max(10, seconds * 1000));
  };
  return {
    count(size) {
      refill();
      messages -= 1;
      bytes -= size;
      if ((messages >= 0 && bytes >= 0) || timer !== null) return;
      socket.pause();
      wait();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
