import { type ReactNode, useMemo, useState } from 'react';
import { createPath, type Navigator, parsePath, Router, type To } from 'react-router-dom';

/** Holds the board in memory where the browser does not let the page write its address. Back is not available. */
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
