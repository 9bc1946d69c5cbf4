import { useLocalStorage } from '@mantine/hooks';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SidePanel.module.css';

const narrowest = 280;
const widest = 640;
const step = 24;

/** The panel's width in pixels, remembered in this browser. */
export function usePanelWidth(): [number, (width: number) => void] {
  const [width, setWidth] = useLocalStorage<number>({
    key: 'zvit.panel-width',
    defaultValue: 360,
    getInitialValueInEffect: false,
    deserialize: (text) => clamp(Number(text) || 360),
    serialize: String,
  });
  return [width, (next) => setWidth(clamp(next))];
}

function clamp(width: number): number {
  return Math.min(widest, Math.max(narrowest, Math.round(width)));
}

/** The edge of the panel: drawn by the mouse, or moved by the arrows. */
export function PanelResizer({ width, onWidth }: { width: number; onWidth(width: number): void }) {
  const { t } = useTranslation('findings');

  const handleKey = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: width + step,
      ArrowRight: width - step,
      Home: widest,
      End: narrowest,
    }[event.code];
    if (next === undefined) return;
    event.preventDefault();
    onWidth(next);
  };

  const handlePointer = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const edge = event.currentTarget;
    const right = event.clientX + width;
    const follow = ({ clientX }: globalThis.PointerEvent) => onWidth(right - clientX);
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener('pointermove', follow);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', follow), {
      once: true,
    });
  };

  return (
    <div
      className={classes.resizer}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('panel.resize')}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onKeyDown={handleKey}
      onPointerDown={handlePointer}
    />
  );
}
