import { type ComponentType, type FunctionComponent, lazy, useState } from 'react';
import { reloadOnce } from './reload-once.ts';

type Load<Props> = () => Promise<ComponentType<Props>>;

function partOf<Props extends object>(load: Load<Props>, isSoon: boolean): FunctionComponent<Props> {
  let here: ComponentType<Props> | undefined;
  const fetchIt = async () => {
    here = await load();
    return here;
  };
  const coming = isSoon ? fetchIt() : undefined;
  // Who draws it is told.
  coming?.catch(() => {});
  const Awaited = lazy(async () => {
    try {
      return { default: await (coming ?? fetchIt()) };
    } catch (error) {
      // Waits for the page to go, rather than show a crash on the way.
      if (navigator.onLine && reloadOnce()) return new Promise<never>(() => {});
      throw error;
    }
  });
  return function Part(props) {
    // The same for as long as it is mounted: another component would begin anew.
    const [Shown] = useState<ComponentType<Props>>(() => here ?? Awaited);
    return <Shown {...props} />;
  };
}

/** A component that is fetched when it is first drawn. Once it is here it is drawn without anything in its place before. */
export const lazyPart = <Props extends object>(load: Load<Props>) => partOf(load, false);

/** The same, fetched from the start: every board shows it, or it must be here when nothing can be fetched any more. */
export const soonPart = <Props extends object>(load: Load<Props>) => partOf(load, true);
