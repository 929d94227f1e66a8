import type { TabTeam } from './tab-team.ts';

/**
 * `openTabTeam`, whose code comes by itself: beside the first screen, which shows nothing of it. Until it is here this tab
 * does not lead, so nothing is asked twice.
 */
export function openTabTeamSoon(name: string): TabTeam {
  // Not sooner: that file needs the page's, which would then run before the first question is out.
  const loading = import('./soon.ts');
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
