import { useMemo } from 'react';
import { useNow } from '#browser/use-now.ts';
import type { ActivitySnapshot } from '#data/activity/activity-snapshot.ts';
import type { PageOptions, RowKind } from '#domain/board/delivery-options.ts';
import { compareNames } from '#domain/compare-names.ts';
import { isCovered } from '#domain/delivery/compare-measures.ts';
import { deliveredOf, scopeOf } from '#domain/delivery/delivery-scope.ts';
import { knownDaysOf, lastDaysWindow, weeksUntil, windowBefore } from '#domain/delivery/delivery-window.ts';
import { durationSeries } from '#domain/delivery/duration-series.ts';
import { type Delivered, measureDelivery } from '#domain/delivery/measure-delivery.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { groupBy } from '#domain/group-by.ts';
import type { Week } from './week-bars.tsx';
import type { Row } from './week-rows.tsx';

const WEEKS = 8;
const TICK_MS = 600_000;

/** `delivered` is undefined where the history could not be read. */
type Measured = { readonly environment: BoardEnvironment; readonly delivered: Delivered | undefined };

const weeksOf = (environments: readonly Delivered[], now: number): readonly Week[] =>
  weeksUntil(now, WEEKS).map((week) => ({ ...week, measures: measureDelivery(environments, week) }));

/** Returns the measures of the shown environments in the chosen period, and those of each row. */
export function useDeliveryView(
  snapshot: ActivitySnapshot,
  shown: readonly BoardEnvironment[],
  options: PageOptions,
  kind: RowKind,
) {
  // The measures move on every ten minutes, and with each new deployment.
  const now = useNow((time) => Math.ceil(time / TICK_MS) * TICK_MS);
  const { project, mode, periodDays } = options;
  const scope = useMemo(() => scopeOf(shown, { project, mode }), [shown, project, mode]);
  const measured = useMemo(
    () =>
      scope.environments.flatMap((environment): readonly Measured[] => {
        const { entries, coverage, failure } = snapshot.byEnvironment.get(environment.id) ?? {};
        const delivered = deliveredOf(environment, entries ?? [], coverage);
        return delivered || failure ? [{ environment, delivered }] : [];
      }),
    [scope, snapshot],
  );
  return useMemo(() => {
    const all = measured.flatMap(({ delivered }) => delivered ?? []);
    const window = lastDaysWindow(now, periodDays);
    const before = windowBefore(window);
    const late = all.filter(({ knownFrom }) => knownFrom > window.from);
    return {
      now,
      scope,
      window,
      measures: measureDelivery(all, window),
      known: knownDaysOf(
        window,
        all.map(({ knownFrom }) => knownFrom),
      ),
      before: isCovered(all, before) ? measureDelivery(all, before) : undefined,
      weeks: weeksOf(all, now),
      points: durationSeries(
        all.flatMap(({ deployments }) => deployments),
        window,
      ),
      rows: rowsOf(measured, kind, { window, now }),
      requested: all.length,
      late: late.length,
      // Only a clock that is behind leaves deployments after the window, because the window ends now.
      later: all.flatMap(({ deployments }) => deployments).filter(({ startedAt }) => startedAt >= window.to).length,
      latestFrom: late.reduce((latest, { knownFrom }) => Math.max(latest, knownFrom), 0),
    };
  }, [measured, scope, now, periodDays, kind]);
}

function rowsOf(
  measured: readonly Measured[],
  kind: RowKind,
  { window, now }: { readonly window: { readonly from: number; readonly to: number }; readonly now: number },
): readonly Row[] {
  const groups = groupBy(measured, ({ environment: { id, info } }) =>
    kind === 'project' ? (info?.projectId ?? '') : id,
  );
  return [...groups]
    .flatMap(([id, [first, ...rest]]): readonly Row[] => {
      if (!first) return [];
      const { info } = first.environment;
      const members = [first, ...rest].flatMap(({ delivered }) => delivered ?? []);
      const [read, total] = [members.length, rest.length + 1];
      const project = info?.projectName || undefined;
      const name = kind === 'project' ? (project ?? nameOf(first.environment)) : nameOf(first.environment);
      const parent = kind === 'project' ? undefined : project;
      return [
        { id, name, parent, measures: measureDelivery(members, window), weeks: weeksOf(members, now), read, total },
      ];
    })
    .toSorted((a, b) => b.measures.deployments - a.measures.deployments || compareNames(a.name, b.name));
}
