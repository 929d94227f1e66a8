import { type ReactNode, useMemo, useState } from 'react';
import { createPath, type Navigator, parsePath, Router, type To } from 'react-router-dom';

/** Keeps the board in this page alone, where the browser lets no page write its address. There is no way back. */
export function MemoryRouter({ children }: { readonly children: ReactNode }) {
  const [entry, setEntry] = useState<{ readonly to: To; readonly state: unknown }>({ to: location, state: null });
  const navigator = useMemo((): Navigator => {
    const show = (to: To, state?: unknown) => setEntry({ to, state });
    return { createHref: (to) => (typeof to === 'string' ? to : createPath(to)), push: show, replace: show, go() {} };
  }, []);
  const { pathname = '/', search = '', hash = '' } = typeof entry.to === 'string' ? parsePath(entry.to) : entry.to;
  return (
    <Router navigator={navigator} location={{ pathname, search, hash, state: entry.state }} useTransitions={false}>
      {children}
    </Router>
  );
}
