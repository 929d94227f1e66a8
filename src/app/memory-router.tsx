import { type ReactNode, useMemo, useState } from 'react';
import { createPath, type Navigator, parsePath, Router, type To } from 'react-router-dom';

/** Keeps the board in this page alone, where the browser lets no page write its address. There is no way back. */
export function MemoryAddress({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<{ readonly to: To; readonly state: unknown }>({ to: location, state: null });
  const navigator = useMemo((): Navigator => {
    const show = (to: To, state?: unknown) => setPlace({ to, state });
    return { createHref: (to) => (typeof to === 'string' ? to : createPath(to)), push: show, replace: show, go() {} };
  }, []);
  const { pathname = '/', search = '', hash = '' } = typeof place.to === 'string' ? parsePath(place.to) : place.to;
  return (
    <Router navigator={navigator} location={{ pathname, search, hash, state: place.state }} useTransitions={false}>
      {children}
    </Router>
  );
}
