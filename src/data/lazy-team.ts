import type { TabTeam } from './tab-team.ts';

/** Fetched beside the first screen, which shows nothing of it: begun here, so that the first request need not wait long. */
const loading = import('./soon.ts');

/** `openTabTeam`, whose code comes by itself. Until it is here this tab does not lead, so nothing is asked twice. */
export function openTabTeamSoon(name: string): TabTeam {
  let team: TabTeam | undefined;
  let isCandidate = false;
  return {
    leads: () => team?.leads() ?? false,
    stand(next) {
      isCandidate = next;
      team?.stand(next);
    },
    takeOver: () => team?.takeOver(),
    tell: (message) => team?.tell(message),
    join(on) {
      let isOver = false;
      let leave = () => {};
      void loading.then(({ openTabTeam }) => {
        if (isOver) return;
        team = openTabTeam(name);
        leave = team.join(on);
        team.stand(isCandidate);
        on.change();
      });
      return () => {
        isOver = true;
        leave();
      };
    },
  };
}
