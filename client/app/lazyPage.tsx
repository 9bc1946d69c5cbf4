import { type ComponentType, use } from 'react';

export type LazyPage<P extends object> = {
  Page: ComponentType<P>;
  /** Fetches the page's code ahead of its being shown. Rejects when it cannot be had. */
  preload(): Promise<ComponentType<P>>;
};

/**
 * A page whose code is fetched when it is first shown. One that is here already is drawn at once, which
 * React's `lazy` does not do: whatever it draws in place of a page stays for 300 ms at least.
 */
export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): LazyPage<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<ComponentType<P>> | null = null;

  function preload(): Promise<ComponentType<P>> {
    loading ??= load().then((page) => {
      loaded = page;
      return page;
    });
    return loading;
  }

  function Page(props: P) {
    const Content = loaded ?? use(preload());
    return <Content {...props} />;
  }

  return { Page, preload };
}
