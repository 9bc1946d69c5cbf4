import { useLocalStorage } from '@mantine/hooks';
import type { Density } from './gridTheme.ts';

/** Row height, remembered in this browser. */
export function useStoredDensity(): [Density, (density: Density) => void] {
  const [density, setDensity] = useLocalStorage<Density>({
    key: 'zvit.density',
    defaultValue: 'normal',
    getInitialValueInEffect: false,
    deserialize: (text) => (text === 'compact' ? 'compact' : 'normal'),
    serialize: (value) => value,
  });
  return [density, setDensity];
}
