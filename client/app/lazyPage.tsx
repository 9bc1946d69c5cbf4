import { type ComponentType, lazy, useState } from 'react';

export type LazyPage<P extends object> = {
  Page: ComponentType<P>;
  /** Fetches the page's code ahead of its being shown. Rejects when it cannot be had. */
  preload(): Promise<void>;
};

/**
 * A page whose code is fetched when it is first shown. One that is here already is drawn at once: React
 * keeps whatever it drew in place of a page for 300 ms at least.
 */
export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): LazyPage<P> {
  let loaded: ComponentType<P> | null = null;
  async function preload(): Promise<void> {
    loaded = await load();
  }
  const Late = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  function Page(props: P) {
    // Not to be changed while it is shown: that would begin the page anew.
    const [Content] = useState(() => loaded ?? Late);
    return <Content {...props} />;
  }
  return { Page, preload };
}
