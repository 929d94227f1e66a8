import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

type Item = Readonly<Record<string, unknown>>;
type Change = (items: readonly Item[]) => readonly Item[];

/** Returns a simulated Qovery that passes the `results` of matching paths through `change`. */
export function altered(path: RegExp, change: Change, send: typeof fetch = createSimulatedQovery()): typeof fetch {
  return async (input, init) => {
    const answer = await send(input, init);
    if (!path.test(String(input)) || !answer.ok) return answer;
    const { results }: { results: readonly Item[] } = await answer.json();
    return new Response(JSON.stringify({ results: change(results) }), { headers: answer.headers });
  };
}

/** Returns a simulated Qovery that answers with `status` on every path for which `isBroken` is true. */
export function refusing(status: number, isBroken: (path: string) => boolean): typeof fetch {
  const send = createSimulatedQovery();
  return async (input, init) => (isBroken(String(input)) ? new Response(null, { status }) : send(input, init));
}

/** Returns the ids and names of one project of the simulated account with several environments. */
export async function aProject(send: typeof fetch = createSimulatedQovery()): Promise<{
  readonly projectId: string;
  readonly environments: readonly { readonly id: string; readonly name: string }[];
}> {
  const organizations: { results: { id: string }[] } = await (await send('/organization')).json();
  const path = `/organization/${organizations.results[0]?.id}/environments`;
  const list: { results: { id: string; name: string; project: { id: string } }[] } = await (await send(path)).json();
  const projectId = list.results[0]?.project.id ?? '';
  return { projectId, environments: list.results.filter(({ project }) => project.id === projectId) };
}
