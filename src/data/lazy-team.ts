import { soonFile } from './lazy-soon.ts';
import { loneTab } from './lone-tab.ts';
import type { TabTeam } from './tab-team.ts';

/** A tab that waits longer for the file polls by itself meanwhile. */
const MAX_WAIT_MS = 10_000;

/**
 * `openTabTeam`, whose code comes by itself: beside the first screen, which shows nothing of it. Until it is here this tab
 * does not lead, so nothing is asked twice. Where it takes long or cannot be fetched, this tab polls by itself until it is.
 */
export function openTabTeamSoon(name: string): TabTeam {
  // Not sooner: that file needs the page's, which would then run before the first question is out.
  const loading = soonFile.load();
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
      const joinTeam = (next: TabTeam) => {
        clearTimeout(timer);
        if (isOver) return;
        leave();
        team = next;
        leave = team.join(on);
        team.stand(isCandidate);
        on.change();
      };
      const pollAlone = () => joinTeam(loneTab());
      const timer = setTimeout(pollAlone, MAX_WAIT_MS);
      loading.catch(pollAlone);
      void soonFile.whenLoaded.then(({ openTabTeam }) => joinTeam(openTabTeam(name)));
      return () => {
        isOver = true;
        clearTimeout(timer);
        leave();
      };
    },
  };
}
